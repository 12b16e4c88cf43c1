//! Finding the transaction that a request is about among the cookies of its browser.

use crate::gate::ReturnTarget;
use crate::signin::{Anchor, Purpose, Transaction, TransactionId};

use super::own_request::OwnRequest;

/// Names under which something else than a transaction is kept beside them, for as short a time.
pub(crate) const CODE: &str = "code";
pub(crate) const LINK: &str = "link";

/// The transactions that this browser sent, opened or not: name and sealed value.
pub(crate) fn kept<'r>(request: &'r OwnRequest<'_>) -> Vec<(&'r str, &'r str)> {
    let mut kept = request.cookies().transactions(request.site().names());
    kept.retain(|(id, _)| ![CODE, LINK].contains(id));
    kept
}

/// The transaction of that id, when this browser holds it.
pub(crate) fn find(request: &OwnRequest<'_>, anchor: &Anchor, id: &TransactionId) -> Option<Transaction> {
    let name = request.site().names().transaction(id.as_str());
    request.site().sign_in().open(anchor, id, request.cookies().one(&name)?)
}

/// An untouched transaction of this browser that leads to `target` and is for the same: it can be gone on with instead of beginning another.
pub(crate) fn untouched(
    request: &OwnRequest<'_>,
    anchor: &Anchor,
    target: &ReturnTarget,
    purpose: &Purpose,
) -> Option<Transaction> {
    let kept = kept(request);
    let opened = kept
        .iter()
        .filter_map(|(id, sealed)| request.site().sign_in().open(anchor, &TransactionId::parse(id)?, sealed));
    opened.into_iter().find(|transaction| {
        transaction.is_untouched() && transaction.return_target() == target && transaction.purpose() == purpose
    })
}
