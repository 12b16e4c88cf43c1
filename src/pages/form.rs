//! Forms as values: what is asked, how a browser should help with it, and what comes back hidden.
//!
//! Every form posts; each carries the same few hidden values, which the room that reads posts hands in. Nothing here
//! is required by the browser: what is missing is said by the page that comes back, in words of ours and beside the
//! field, for people who use any browser in any language.

use std::fmt;

use askama::Template;
use askama::filters::HtmlSafe;

use super::brand::Brand;
use super::captcha::Captcha;
use super::figure::Figure;
use super::icon::Icon;

/// What every form has: where it goes and what it carries unseen.
#[derive(Clone, PartialEq, Eq)]
pub struct Post {
    /// The address it is posted to, on our own origin.
    pub action: String,
    /// Names and values that come back as they are.
    pub hidden: Vec<(String, String)>,
}

/// The names alone: a form token is among the values.
impl fmt::Debug for Post {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = self.hidden.iter().map(|(name, _)| name.as_str()).collect();
        f.debug_struct("Post").field("action", &self.action).field("hidden", &names).finish()
    }
}

/// A form with its questions and one button.
#[derive(Clone, Debug)]
pub struct FormView {
    /// Where it goes.
    pub post: Post,
    /// Who is signing in, for password managers: a field that is there but not seen.
    pub username: Option<String>,
    /// What is asked, in order.
    pub controls: Vec<Control>,
    /// What the button says: what it does.
    pub submit: String,
    /// Whether this is what the page is for; one form of a page at most.
    pub primary: bool,
    /// What has to be solved before it is sent.
    pub captcha: Option<Captcha>,
}

/// One question.
#[derive(Clone, Debug)]
pub enum Control {
    /// A line of text.
    Input(Input),
    /// Yes or no.
    Checkbox(Checkbox),
    /// One of many, folded up.
    Select(Select),
    /// One of a few, each perhaps with questions of its own.
    OneOf(OneOf),
    /// Questions that belong together.
    Group(Group),
    /// Something that is only read.
    Note(String),
    /// Something that is only looked at, where it is needed: the rules of a password among other questions.
    Figure(Figure),
}

/// What a question has, of whatever kind.
#[derive(Clone, Debug, Default)]
pub struct Field {
    /// Names it within the page.
    pub id: String,
    /// The name under which the answer comes back.
    pub name: String,
    /// What is asked.
    pub label: String,
    /// What helps to answer.
    pub hint: Option<String>,
    /// What was wrong with the last answer.
    pub error: Option<String>,
    /// Whether it may be left out; said beside the label.
    pub optional: bool,
}

/// A line of text.
#[derive(Clone, Debug, Default)]
pub struct Input {
    /// What is asked.
    pub field: Field,
    /// What is typed into it.
    pub kind: InputKind,
    /// What stands in it; never for a secret.
    pub value: String,
    /// What a browser or password manager may fill in (HTML: autofill detail tokens).
    pub autocomplete: Option<&'static str>,
    /// Whether typing can begin at once.
    pub autofocus: bool,
    /// The longest answer, where the server has a limit.
    pub max_length: Option<u32>,
}

/// What is typed into a line of text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InputKind {
    /// Words.
    #[default]
    Text,
    /// A name to sign in with: often an address, sometimes not.
    Identifier,
    /// An e-mail address.
    Email,
    /// A telephone number.
    Telephone,
    /// A one-time code of digits.
    Code,
    /// A one-time code with letters in it.
    Token,
    /// Something that nobody must read over a shoulder.
    Password,
}

/// Yes or no.
#[derive(Clone, Debug, Default)]
pub struct Checkbox {
    /// What is asked.
    pub field: Field,
    /// What comes back when it is ticked.
    pub value: String,
    /// Whether it is ticked.
    pub checked: bool,
    /// Whether it can be changed.
    pub disabled: bool,
}

/// One of many, folded up.
#[derive(Clone, Debug, Default)]
pub struct Select {
    /// What is asked.
    pub field: Field,
    /// What can be answered.
    pub choices: Vec<Choice>,
    /// What a browser may fill in.
    pub autocomplete: Option<&'static str>,
}

/// An answer to choose.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choice {
    /// What comes back.
    pub value: String,
    /// What it is called.
    pub label: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// One of a few, each perhaps with questions of its own.
#[derive(Clone, Debug, Default)]
pub struct OneOf {
    /// What is asked.
    pub field: Field,
    /// What can be answered.
    pub options: Vec<OneOfOption>,
}

/// One of a few answers.
#[derive(Clone, Debug, Default)]
pub struct OneOfOption {
    /// The answer itself.
    pub choice: Choice,
    /// What it means, or where it goes.
    pub detail: Option<String>,
    /// What is asked further if it is chosen.
    pub controls: Vec<Control>,
}

/// Questions that belong together.
#[derive(Clone, Debug, Default)]
pub struct Group {
    /// What they are about.
    pub legend: String,
    /// The questions.
    pub controls: Vec<Control>,
}

/// A choice that is made by pressing it: an authenticator, an account.
#[derive(Clone, Debug)]
pub struct Row {
    /// Where the press goes, and what it carries.
    pub target: Target,
    /// The picture beside it.
    pub icon: Icon,
    /// What it is called.
    pub name: String,
    /// Where it goes, or what it means.
    pub detail: Option<String>,
    /// What sets it apart from the others: how long it can wait, that it has to be.
    pub badge: Option<String>,
}

/// What pressing something does.
#[derive(Clone, Debug)]
pub enum Target {
    /// Posts a form without questions.
    Post(Post),
    /// Follows a link.
    Link(String),
}

/// Another way on: a form without questions, or a link.
#[derive(Clone, Debug)]
pub struct Way {
    /// Where it leads.
    pub target: Target,
    /// What it is called.
    pub label: String,
    /// How much it weighs on the page.
    pub weight: Weight,
    /// What stands before its name.
    pub mark: Option<Mark>,
}

/// What stands before the name of a way; the name says the same, so it is hidden from assistive technology.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A picture of the sprite.
    Icon(Icon),
    /// A letter in a tile, for a service of others: nobody's trademark is drawn here.
    Letter(char),
}

/// How much a way on weighs on the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Weight {
    /// What the page is for.
    Primary,
    /// A button without colour.
    Secondary,
    /// A line of text.
    #[default]
    Link,
}

impl Control {
    /// Where the error summary leads, and the error, for this question and all below it.
    pub(super) fn collect_ids<'a>(&'a self, into: &mut Vec<&'a Field>) {
        match self {
            Self::Input(input) => into.push(&input.field),
            Self::Checkbox(checkbox) => into.push(&checkbox.field),
            Self::Select(select) => into.push(&select.field),
            Self::OneOf(one_of) => {
                into.push(&one_of.field);
                for control in one_of.options.iter().flat_map(|option| &option.controls) {
                    control.collect_ids(into);
                }
            }
            Self::Group(group) => group.controls.iter().for_each(|control| control.collect_ids(into)),
            Self::Note(_) | Self::Figure(_) => {}
        }
    }

    pub(super) fn on<'a>(&'a self, brand: &'a Brand) -> ControlHtml<'a> {
        ControlHtml { control: self, brand }
    }
}

impl FormView {
    /// Every question of the form, at any depth.
    pub fn fields(&self) -> Vec<&Field> {
        let mut fields = Vec::new();
        self.controls.iter().for_each(|control| control.collect_ids(&mut fields));
        fields
    }

    /// What the button says while the form is on its way.
    fn busy(&self, brand: &Brand) -> String {
        let is_proof = |control: &Control| match control {
            Control::Input(input) => match input.kind {
                InputKind::Code | InputKind::Token => true,
                InputKind::Password => input.autocomplete == Some("current-password"),
                _ => false,
            },
            _ => false,
        };
        match self.controls.iter().any(is_proof) {
            true => brand.say("busy-signing-in"),
            false => brand.say("busy"),
        }
    }

    pub(super) fn on<'a>(&'a self, brand: &'a Brand) -> FormHtml<'a> {
        FormHtml { form: self, brand }
    }
}

impl Field {
    /// The ids of what describes the question, for `aria-describedby`.
    fn described_by(&self) -> Option<String> {
        let hint = self.hint.as_ref().map(|_| format!("{}-hint", self.id));
        let error = self.error.as_ref().map(|_| format!("{}-error", self.id));
        match (hint, error) {
            (Some(hint), Some(error)) => Some(format!("{hint} {error}")),
            (hint, error) => hint.or(error),
        }
    }
}

impl Input {
    fn html_type(&self) -> &'static str {
        match self.kind {
            InputKind::Email => "email",
            InputKind::Telephone => "tel",
            InputKind::Password => "password",
            InputKind::Text | InputKind::Identifier | InputKind::Code | InputKind::Token => "text",
        }
    }

    fn input_mode(&self) -> Option<&'static str> {
        match self.kind {
            InputKind::Identifier => Some("email"),
            InputKind::Code => Some("numeric"),
            _ => None,
        }
    }

    /// What the enter key of a keyboard on glass says.
    fn enter_key(&self) -> Option<&'static str> {
        match self.kind {
            InputKind::Identifier => Some("next"),
            InputKind::Code | InputKind::Token | InputKind::Password => Some("go"),
            InputKind::Text | InputKind::Email | InputKind::Telephone => None,
        }
    }

    /// Whether the browser should leave the letters as they are typed.
    fn verbatim(&self) -> bool {
        !matches!(self.kind, InputKind::Text)
    }

    fn is_code(&self) -> bool {
        matches!(self.kind, InputKind::Code)
    }
}

impl Row {
    /// A row called `name`.
    pub fn new(target: Target, icon: Icon, name: impl Into<String>) -> Self {
        Self { target, icon, name: name.into(), detail: None, badge: None }
    }

    /// With where it goes, or what it means.
    #[must_use]
    pub fn with_detail(self, detail: Option<String>) -> Self {
        Self { detail, ..self }
    }

    pub(super) fn on<'a>(&'a self, brand: &'a Brand) -> RowHtml<'a> {
        RowHtml { row: self, brand }
    }
}

impl Weight {
    pub(super) fn class(self) -> &'static str {
        match self {
            Self::Primary => "button",
            Self::Secondary => "button plain",
            Self::Link => "link",
        }
    }
}

#[derive(Template)]
#[template(path = "parts/form.html")]
pub(super) struct FormHtml<'a> {
    form: &'a FormView,
    brand: &'a Brand,
}

#[derive(Template)]
#[template(path = "parts/control.html")]
pub(super) struct ControlHtml<'a> {
    control: &'a Control,
    brand: &'a Brand,
}

#[derive(Template)]
#[template(path = "parts/row.html")]
pub(super) struct RowHtml<'a> {
    row: &'a Row,
    brand: &'a Brand,
}

#[derive(Template)]
#[template(path = "parts/way.html")]
pub(super) struct WayHtml<'a> {
    way: &'a Way,
    brand: &'a Brand,
}

impl Way {
    /// A way called `label`.
    pub fn new(label: impl Into<String>, target: Target, weight: Weight) -> Self {
        Self { target, label: label.into(), weight, mark: None }
    }

    /// With something before its name.
    #[must_use]
    pub fn with_mark(self, mark: Mark) -> Self {
        Self { mark: Some(mark), ..self }
    }

    /// The link that a page is for.
    pub(super) fn primary(label: impl Into<String>, href: impl Into<String>) -> Self {
        Self::new(label, Target::Link(href.into()), Weight::Primary)
    }

    /// A link beside it.
    pub(super) fn secondary(label: impl Into<String>, href: impl Into<String>) -> Self {
        Self::new(label, Target::Link(href.into()), Weight::Secondary)
    }

    pub(super) fn on<'a>(&'a self, brand: &'a Brand) -> WayHtml<'a> {
        WayHtml { way: self, brand }
    }
}

// Each is a template of its own and has escaped what it holds.
impl HtmlSafe for FormHtml<'_> {}
impl HtmlSafe for ControlHtml<'_> {}
impl HtmlSafe for RowHtml<'_> {}
impl HtmlSafe for WayHtml<'_> {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_shows_no_form_token() {
        let post = Post { action: "/x".to_owned(), hidden: vec![(".token".to_owned(), "s3cret".to_owned())] };

        assert_eq!(format!("{post:?}"), r#"Post { action: "/x", hidden: [".token"] }"#);
    }
}
