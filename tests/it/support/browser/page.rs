//! What a person sees of an answer: heading, text, links, forms.

use http::Method;
use scraper::{ElementRef, Html, Selector};
use url::Url;

/// An answer as the browser shows it.
#[derive(Clone, Debug)]
pub(crate) struct Page {
    /// Where it is from, as in the address bar.
    pub(crate) url: Url,
    pub(crate) status: u16,
    pub(crate) headers: Vec<(String, String)>,
    pub(crate) body: String,
    /// Every address on the way here, this one last.
    pub(crate) visited: Vec<Url>,
}

/// A form with the values that stand in it.
#[derive(Clone, Debug)]
pub(crate) struct Form {
    pub(crate) action: String,
    pub(crate) method: Method,
    /// What its button says.
    pub(crate) button: String,
    fields: Vec<Field>,
}

#[derive(Clone, Debug)]
struct Field {
    name: String,
    value: String,
    /// An unchecked box or an option not chosen is a field that is not sent.
    sent: bool,
    /// Boxes and options are chosen by value, the others take any text.
    fixed: bool,
    /// Nobody sees it, and nobody can change it.
    hidden: bool,
    /// A box, which can be left empty.
    a_box: bool,
}

impl Page {
    pub(super) fn read(url: &Url, answer: &[u8]) -> Self {
        let end = answer.windows(4).position(|window| window == b"\r\n\r\n");
        let end = end.unwrap_or_else(|| panic!("no answer from {url}: {}", answer.escape_ascii()));
        let head = String::from_utf8_lossy(&answer[..end]).into_owned();
        let mut lines = head.lines();
        let status = lines.next().and_then(|line| line.split(' ').nth(1)).and_then(|status| status.parse().ok());
        let headers: Vec<(String, String)> = lines
            .filter_map(|line| line.split_once(':'))
            .map(|(name, value)| (name.to_ascii_lowercase(), value.trim().to_owned()))
            .collect();
        let is_chunked = headers.iter().any(|(name, value)| name == "transfer-encoding" && value == "chunked");
        let body = &answer[end + 4..];
        let body = if is_chunked { unchunked(body) } else { body.to_vec() };
        Self {
            url: url.clone(),
            status: status.expect("a status"),
            headers,
            body: String::from_utf8_lossy(&body).into_owned(),
            visited: Vec::new(),
        }
    }

    /// Every line of that header.
    pub(crate) fn all(&self, name: &str) -> Vec<&str> {
        self.headers.iter().filter(|(key, _)| key == name).map(|(_, value)| value.as_str()).collect()
    }

    /// The first line of that header.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.all(name).first().copied()
    }

    /// Where the browser goes from here by itself: a redirect, or a page that leaves at once.
    pub(crate) fn redirect(&self) -> Option<Url> {
        if matches!(self.status, 301 | 302 | 303 | 307 | 308) {
            return Some(self.url.join(self.header("location")?).expect("a Location"));
        }
        let target = self.header("refresh")?.strip_prefix("0;")?.trim_start();
        Some(self.url.join(target.strip_prefix("url=").unwrap_or(target)).expect("a Refresh target"))
    }

    /// The one `h1`.
    pub(crate) fn heading(&self) -> String {
        self.texts("h1").into_iter().next().unwrap_or_else(|| panic!("no heading at {}: {}", self.url, self.body))
    }

    /// The text of each element that matches.
    pub(crate) fn texts(&self, selector: &str) -> Vec<String> {
        Html::parse_document(&self.body).select(&select(selector)).map(text).collect()
    }

    /// What went wrong, as the error summary lists it.
    pub(crate) fn errors(&self) -> Vec<String> {
        self.texts(".summary li")
    }

    pub(crate) fn forms(&self) -> Vec<Form> {
        Html::parse_document(&self.body).select(&select("form")).map(Form::read).collect()
    }

    /// The form whose button says that.
    pub(crate) fn form(&self, button: &str) -> Form {
        let forms = self.forms();
        let buttons: Vec<&str> = forms.iter().map(|form| form.button.as_str()).collect();
        let found = forms.iter().find(|form| form.button == button);
        found.unwrap_or_else(|| panic!("no form {button:?} at {}, only {buttons:?}", self.url)).clone()
    }

    /// The form that has a field of that name.
    pub(crate) fn form_with(&self, field: &str) -> Form {
        let found = self.forms().into_iter().find(|form| form.has(field));
        found.unwrap_or_else(|| panic!("no field {field:?} at {}: {}", self.url, self.body))
    }

    /// What the page asks a person, in order: the names of all controls that are seen.
    pub(crate) fn controls(&self) -> Vec<String> {
        let mut names = Vec::new();
        for field in self.forms().into_iter().flat_map(|form| form.fields).filter(|field| !field.hidden) {
            if !names.contains(&field.name) {
                names.push(field.name);
            }
        }
        names
    }

    /// Where its links lead.
    pub(crate) fn links(&self) -> Vec<String> {
        let document = Html::parse_document(&self.body);
        let links = select("a[href]");
        document.select(&links).filter_map(|link| link.value().attr("href")).map(str::to_owned).collect()
    }

    /// The form of the step of that name, as the Identity Engine calls it.
    pub(crate) fn step(&self, name: &str) -> Form {
        let forms = self.forms();
        let steps: Vec<&str> = forms.iter().filter_map(|form| form.value(".form")).collect();
        let found = forms.iter().find(|form| form.value(".form") == Some(name));
        found.unwrap_or_else(|| panic!("no step {name:?} at {}, only {steps:?}: {}", self.url, self.body)).clone()
    }

    /// Every link to elsewhere whose text says that.
    pub(crate) fn link(&self, words: &str) -> String {
        let document = Html::parse_document(&self.body);
        let links = select("a[href]");
        let found = document.select(&links).find(|link| text(*link).contains(words));
        let href = found.and_then(|link| link.value().attr("href"));
        href.unwrap_or_else(|| panic!("no link {words:?} at {}: {}", self.url, self.body)).to_owned()
    }

    /// Whether a form asks for that.
    pub(crate) fn asks_for(&self, field: &str) -> bool {
        self.forms().iter().any(|form| form.has(field))
    }
}

impl Form {
    fn read(form: ElementRef<'_>) -> Self {
        let attribute = |name: &str| form.value().attr(name).unwrap_or_default().to_owned();
        let button = form.select(&select("button")).next().map(text).unwrap_or_default();
        let is_post = attribute("method").eq_ignore_ascii_case("post");
        Self {
            action: attribute("action"),
            method: if is_post { Method::POST } else { Method::GET },
            button,
            fields: form.select(&select("input, option, textarea")).filter_map(Field::read).collect(),
        }
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.fields.iter().any(|field| field.name == name)
    }

    /// Whether a person can answer that.
    pub(crate) fn asks(&self, name: &str) -> bool {
        self.fields.iter().any(|field| field.name == name && !field.hidden)
    }

    /// Whether the form can be sent with that value for that name: typed, chosen, ticked or not, or standing there.
    pub(crate) fn can_say(&self, name: &str, value: &str) -> bool {
        let is_free = |field: &Field| !field.fixed && !field.hidden || field.a_box && value == "false";
        self.fields.iter().any(|field| field.name == name && (is_free(field) || field.value == value))
    }

    /// The value that stands in a field.
    pub(crate) fn value(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|field| field.name == name && field.sent).map(|field| field.value.as_str())
    }

    /// The same with a hidden field that a script has added.
    pub(crate) fn carrying(mut self, name: &str, value: &str) -> Self {
        let (name, value) = (name.to_owned(), value.to_owned());
        self.fields.push(Field { name, value, hidden: true, fixed: false, sent: true, a_box: false });
        self
    }

    /// The body that the form sends when somebody has filled in `values`.
    pub(crate) fn filled(&self, values: &[(&str, &str)]) -> String {
        for (name, _) in values {
            assert!(self.has(name), "the form {:?} has no field {name:?}", self.button);
        }
        let given = |name: &str| values.iter().find(|(given, _)| *given == name).map(|(_, value)| *value);
        let mut body = url::form_urlencoded::Serializer::new(String::new());
        for field in &self.fields {
            match given(&field.name) {
                Some(value) if field.fixed && value == field.value => drop(body.append_pair(&field.name, value)),
                Some(_) if field.fixed => {}
                Some(value) => drop(body.append_pair(&field.name, value)),
                None if field.sent => drop(body.append_pair(&field.name, &field.value)),
                None => {}
            }
        }
        body.finish()
    }
}

impl Field {
    fn read(element: ElementRef<'_>) -> Option<Self> {
        let attribute = |name: &str| element.value().attr(name);
        let own = element.value().name();
        let (name, kind) = if own == "option" {
            let select =
                element.ancestors().filter_map(ElementRef::wrap).find(|parent| parent.value().name() == "select");
            (select?.value().attr("name")?, "option")
        } else {
            (attribute("name")?, attribute("type").unwrap_or("text"))
        };
        let (fixed, sent) = match kind {
            "checkbox" | "radio" => (true, attribute("checked").is_some()),
            "option" => (true, attribute("selected").is_some()),
            _ => (false, true),
        };
        let value =
            attribute("value").map_or_else(|| if fixed { "on".to_owned() } else { text(element) }, str::to_owned);
        attribute("disabled").is_none().then(|| Self {
            name: name.to_owned(),
            value,
            sent,
            fixed,
            hidden: kind == "hidden",
            a_box: kind == "checkbox",
        })
    }
}

fn select(selector: &str) -> Selector {
    Selector::parse(selector).expect("a selector")
}

/// The text of an element with its white space folded, as it is read.
fn text(element: ElementRef<'_>) -> String {
    let text: String = element.text().collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn unchunked(mut body: &[u8]) -> Vec<u8> {
    let mut whole = Vec::new();
    while let Some(end) = body.windows(2).position(|window| window == b"\r\n") {
        let length = String::from_utf8_lossy(&body[..end]);
        let length = usize::from_str_radix(length.split(';').next().unwrap_or_default().trim(), 16).expect("a length");
        if length == 0 {
            break;
        }
        whole.extend_from_slice(&body[end + 2..end + 2 + length]);
        body = &body[end + 4 + length..];
    }
    whole
}

mod tests {
    use super::*;

    const FORMS: &str = "<h1>Sign\n in</h1><form method=post action=/a><input type=hidden name=.csrf value=t>\
        <input name=identifier><input type=checkbox name=rememberMe value=true>\
        <input type=radio name=m value=sms checked><input type=radio name=m value=call><button>Next</button></form>";

    fn page() -> Page {
        let (first, second) = FORMS.split_at(40);
        let chunks = format!("{:x}\r\n{first}\r\n{:x};x=y\r\n{second}\r\n0\r\n\r\n", first.len(), second.len());
        let answer = format!("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{chunks}");
        Page::read(&Url::parse("http://app.test/x").expect("an address"), answer.as_bytes())
    }

    #[test]
    fn a_form_sends_what_stands_in_it_and_what_was_filled_in() {
        let form = page().form("Next");

        assert_eq!(form.filled(&[("identifier", "ada b")]), ".csrf=t&identifier=ada+b&m=sms");
        assert_eq!(form.filled(&[("rememberMe", "true"), ("m", "call")]), ".csrf=t&identifier=&rememberMe=true&m=call");
    }

    #[test]
    fn chunks_are_put_together_and_headings_are_read() {
        assert_eq!(page().heading(), "Sign in");
        assert!(page().asks_for("identifier") && !page().asks_for("credentials.passcode"));
    }

    #[test]
    fn a_page_that_leaves_at_once_is_a_redirect() {
        let answer = b"HTTP/1.1 200 OK\r\nRefresh: 0; url=/next?a=1\r\n\r\nOne moment";

        let page = Page::read(&Url::parse("http://app.test/x").expect("an address"), answer);

        assert_eq!(page.redirect().map(String::from), Some("http://app.test/next?a=1".to_owned()));
    }
}
