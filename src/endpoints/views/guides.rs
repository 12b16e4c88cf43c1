//! What there is to do elsewhere: on a phone, in another application, with a badge.

use serde_json::Value as Json;

use crate::idx::{Authenticator, Document, Form, Href, OrgOrigin};
use crate::pages::{Brand, Figure, Sentence, Target, Value, Way, Weight};

use super::authenticators::{self, Kind, text};

/// More devices than these would fill the page.
const MAX_DEVICES: usize = 5;

/// The steps of setting up an application, one after the other.
pub(super) fn steps(brand: &Brand, document: &Document) -> Option<Figure> {
    let authenticator = document.current_authenticator()?;
    let data = authenticator.contextual_data()?;
    let name = authenticators::name(brand, authenticator);
    let app = [("name", Value::Data(&name))];
    let say = |message: &str| brand.sentence(message, &app);
    let steps = match text(data.get("selectedChannel"))?.as_str() {
        "qrcode" => vec![say("guide-qr-install"), say("guide-qr-add"), say("guide-qr-scan")],
        "samedevice" => {
            let mut steps = vec![say("guide-here-install"), say("guide-here-add")];
            let address = data.get("samedevice").and_then(|it| text(it.get("orgUrl")));
            steps.extend(address.map(|it| brand.sentence("guide-here-address", &[("address", Value::Data(&it))])));
            steps
        }
        "devicebootstrap" => {
            let mut steps = Vec::new();
            match devices(data.get("devicebootstrap")) {
                Some(devices) => steps.push(brand.sentence(
                    "guide-other-open-on",
                    &[("name", Value::Data(&name)), ("devices", Value::Data(&devices))],
                )),
                None => steps.push(say("guide-other-open")),
            }
            steps.extend([say("guide-other-add"), say("guide-other-confirm")]);
            steps
        }
        _ => return None,
    };
    Some(Figure::Steps(steps))
}

fn devices(bootstrap: Option<&Json>) -> Option<String> {
    let devices = bootstrap?.get("enrolledDevices")?.as_array()?;
    let names: Vec<String> = devices.iter().filter_map(|device| text(Some(device))).take(MAX_DEVICES).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

/// What the application on this very device is asked.
pub(super) fn challenge(document: &Document) -> Option<&Json> {
    let data = document.current_authenticator().and_then(Authenticator::contextual_data);
    let challenge =
        data.and_then(|data| data.get("challenge")).or_else(|| document.member("authenticatorChallenge"))?;
    Some(challenge.get("value").unwrap_or(challenge))
}

/// What of it can be done from here: an application to open, or to get first.
pub(super) fn ways(brand: &Brand, document: &Document, form: &Form, org: &OrgOrigin) -> Vec<Way> {
    let current = document.current_authenticator();
    let data = current.and_then(Authenticator::contextual_data);
    let name = current.map_or_else(|| Kind::Verify.name(brand), |it| authenticators::name(brand, it));
    let challenge = challenge(document).filter(|_| form.is_poll());
    let here = data.and_then(|data| data.get("samedevice"));
    let open = [here.and_then(|it| it.get("setupOVUrl")), data.and_then(|data| data.get("setupNfcUrl"))];
    let get = [here.and_then(|it| it.get("downloadHref")), challenge.and_then(|it| it.get("downloadHref"))];
    let open = open.into_iter().flatten().find_map(|url| Href::new(text(Some(url))?).for_launch(org).ok());
    let get = get.into_iter().flatten().find_map(|url| Href::new(text(Some(url))?).for_browser(org).ok());
    let is_badge = current.is_some_and(|it| Kind::of(it) == Kind::Proximity);
    let app = if is_badge { Kind::Verify.name(brand) } else { name };
    let way = |message: &str, url: url::Url, weight| {
        Way::new(brand.say_with(message, &[("name", Value::Data(&app))]), Target::Link(url.into()), weight)
    };
    let open = open.map(|url| way("guide-open", url, Weight::Primary));
    let get = get.map(|url| way("guide-get", url, Weight::Secondary));
    open.into_iter().chain(get).collect()
}

/// What is to be done with a device before it is let in, by the way in which the org wants it managed.
pub(super) fn device(brand: &Brand, enrollment: &Json) -> Vec<Sentence> {
    let platform = text(enrollment.get("platform")).unwrap_or_default().to_ascii_uppercase();
    let store = match platform.as_str() {
        "IOS" => "device-store-apple",
        "ANDROID" => "device-store-google",
        _ => "device-store-other",
    };
    match text(enrollment.get("name")).unwrap_or_default().as_str() {
        "oda" => {
            let mut steps = vec![brand.sentence(store, &[]), brand.sentence("device-add-account", &[])];
            let address = text(enrollment.get("signInUrl"));
            steps.extend(address.map(|it| brand.sentence("device-address", &[("address", Value::Data(&it))])));
            steps.push(brand.sentence("device-come-back", &[]));
            steps
        }
        _ => vec![
            brand.sentence("device-follow", &[]),
            brand.sentence("device-restart", &[]),
            brand.sentence("device-come-back", &[]),
        ],
    }
}
