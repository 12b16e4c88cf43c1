//! Finding the transaction that a request is about among the cookies of its browser.

use crate::signin::{Anchor, Transaction, TransactionId};

use super::own_request::OwnRequest;

/// The transaction of that id, when this browser holds it.
pub(crate) fn find(request: &OwnRequest<'_>, anchor: &Anchor, id: &TransactionId) -> Option<Transaction> {
    let name = request.site().names().transaction(id.as_str());
    request.site().sign_in().open(anchor, id, request.cookies().one(&name)?)
}

/// An untouched transaction of this browser that leads to `target`: it can be gone on with instead of beginning another.
pub(crate) fn untouched(
    request: &OwnRequest<'_>,
    anchor: &Anchor,
    target: &crate::gate::ReturnTarget,
) -> Option<Transaction> {
    let kept = request.cookies().transactions(request.site().names());
    let opened = kept
        .iter()
        .filter_map(|(id, sealed)| request.site().sign_in().open(anchor, &TransactionId::parse(id)?, sealed));
    opened.into_iter().find(|transaction| transaction.is_untouched() && transaction.return_target() == target)
}
