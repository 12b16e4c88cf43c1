//! Sentences with somebody's data in them.

use askama::Template;

/// A sentence, some parts of which are data: an address, a number, a name.
///
/// Data is set off and isolated from the direction of the text around it, so that a name in another script, or one
/// made to confuse, cannot rearrange the sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq, Template)]
#[template(path = "parts/sentence.html")]
pub struct Sentence(Vec<Part>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Text(String),
    Data(String),
}

impl askama::filters::HtmlSafe for Sentence {}

impl Sentence {
    /// A sentence that begins with `text`.
    pub fn new(text: impl Into<String>) -> Self {
        Self(vec![Part::Text(text.into())])
    }

    /// Goes on with text.
    #[must_use]
    pub fn text(mut self, text: impl Into<String>) -> Self {
        self.0.push(Part::Text(text.into()));
        self
    }

    /// Goes on with data.
    #[must_use]
    pub fn data(mut self, data: impl Into<String>) -> Self {
        self.0.push(Part::Data(data.into()));
        self
    }
}

impl From<&str> for Sentence {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}

impl From<String> for Sentence {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}
