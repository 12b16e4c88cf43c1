//! Choosing the language of our pages, for browsers that ask for another one than the person wants.

use http::header;
use url::Url;

use crate::gate::ReturnTarget;
use crate::pages::Language;

use super::own_request::OwnRequest;
use super::refusal;
use super::respond::{self, Answer};

/// `GET {own_path}/language/{tag}`: keeps the choice and shows the page it was made on again.
///
/// It changes nothing but the words of pages, so a link does. One on a page of somebody else leads to the start page and chooses
/// nothing.
pub(crate) fn choose(request: &OwnRequest<'_>, tag: &str) -> Answer {
    if !request.kind().is_whole_window() {
        return refusal::only_for_navigation(request);
    }
    let chosen = Language::ALL.iter().find(|language| language.tag() == tag);
    let chosen = chosen.filter(|language| request.site().brand_in(**language).is_some());
    match chosen.filter(|_| request.is_same_origin_or_silent()) {
        Some(language) => {
            let answer = respond::see_other(&page_before(request));
            respond::with_cookie(answer, request.site().names().set_language(language.tag()))
        }
        None => respond::see_other("/"),
    }
}

/// The page that the choice was made on, as the browser says; the start page when it does not, or when it is none of this site.
fn page_before(request: &OwnRequest<'_>) -> String {
    let config = request.site().config();
    let referer = request.header(&header::REFERER).and_then(|value| value.to_str().ok());
    let page = referer.and_then(|referer| local_target(referer, config.public_url.as_str(), &config.own_path));
    page.unwrap_or_else(|| "/".to_owned())
}

/// Path and query of an address on `origin`: one that a sign-in may lead to, or one of our own pages.
fn local_target(address: &str, origin: &str, own_path: &str) -> Option<String> {
    let (address, origin) = (Url::parse(address).ok()?, Url::parse(origin).ok()?);
    if address.origin() != origin.origin() {
        return None;
    }
    let target = &address[url::Position::BeforePath..url::Position::AfterQuery];
    let is_own = target.strip_prefix(own_path).is_some_and(|rest| rest.starts_with('/') && !rest.starts_with("//"));
    if is_own {
        return Some(target.to_owned());
    }
    ReturnTarget::parse(target, own_path).ok().map(|target| target.as_str().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn target(address: &str) -> Option<String> {
        local_target(address, "https://ledger.example", "/.gatehouse")
    }

    #[test]
    fn the_page_before_is_one_of_ours_or_one_that_a_sign_in_may_lead_to() {
        assert_eq!(target("https://ledger.example/a?b=c").as_deref(), Some("/a?b=c"));
        assert_eq!(
            target("https://ledger.example/.gatehouse/sign-in/x?show=y#z").as_deref(),
            Some("/.gatehouse/sign-in/x?show=y")
        );
    }

    #[test]
    fn no_address_of_somebody_else_is_led_to() {
        for address in [
            "https://elsewhere.example/a",
            "http://ledger.example/a",
            "https://ledger.example//elsewhere.example/a",
            "https://ledger.example@elsewhere.example/",
            "https://ledger.example:8443/a",
            "javascript:alert(1)",
            "/a",
            "",
        ] {
            assert_eq!(target(address), None, "{address}");
        }
    }
}
