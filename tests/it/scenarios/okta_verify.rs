//! Setting up Okta Verify: by a picture, an invitation, or on the device itself.

use crate::support::visit::Visit;

const FAY: &str = "fay@example.com";

/// Fay, who sees the picture.
async fn fay() -> Visit {
    let mut fay = Visit::of("fay").await;
    fay.chooses("Okta Verify").await;
    fay.sees("Set up Okta Verify");
    fay
}

async fn is_set_up(fay: &mut Visit) {
    fay.house.org().approve(FAY);
    fay.waits_to_go_on().await;
    fay.arrives_as(FAY);
    assert!(fay.house.org().current_code(FAY, "okta_verify").is_some(), "the telephone shows codes now");
}

#[tokio::test]
async fn okta_verify_is_set_up_by_its_picture() {
    let mut fay = fay().await;
    assert_eq!(fay.page.texts("img[src^='data:image/png']").len(), 1, "{}", fay.page.body);

    is_set_up(&mut fay).await;
}

/// An invitation goes out, at the second attempt, and may be sent again.
async fn is_invited(row: &str, field: &str, wrong: &str, right: &str) {
    let mut fay = fay().await;
    fay.chooses_instead("select-enrollment-channel", row).await;
    fay.fills("enrollment-channel-data", &[(field, wrong)]).await;
    assert_eq!((fay.page.status, fay.page.errors().len()), (422, 1), "{}", fay.page.body);
    assert!(fay.house.org().messages().is_empty());

    fay.fills("enrollment-channel-data", &[(field, right)]).await;
    assert_eq!(fay.house.org().latest_message(FAY).map(|sent| sent.recipient).as_deref(), Some(right));
    fay.reads("Open it on your phone");
    fay.presses("currentAuthenticator.resend").await;
    assert_eq!(fay.house.org().messages().len(), 2);

    is_set_up(&mut fay).await;
}

#[tokio::test]
async fn okta_verify_is_set_up_by_an_email() {
    is_invited("Get an email", "email", "nowhere", "fay@example.com").await;
}

#[tokio::test]
async fn okta_verify_is_set_up_by_a_text_message() {
    is_invited("text message", "phoneNumber", "12", "+1 202 555 0171").await;
}

#[tokio::test]
async fn okta_verify_is_set_up_on_the_device_itself() {
    let mut fay = fay().await;

    fay.chooses_instead("select-enrollment-channel", "Use this device").await;
    fay.reads("for this device");
    let org = fay.house.demo.org_url();
    fay.reads(&org);

    is_set_up(&mut fay).await;
}
