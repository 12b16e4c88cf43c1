//! A document that offers something to do, as a page.

use std::collections::HashMap;
use std::sync::Arc;

use crate::idx::{Document, Field, Form, Message, MessageClass};
use crate::pages::webauthn::{Ceremony, CredentialRequest, Output};
use crate::pages::{
    Account, Brand, Control, DuoFrame, Figure, FormView, InputKind, Notice, Poll, Refresh, Script, StepPage,
    SummaryItem, Target, Tone, Way, Weight,
};

use super::StepContext;
use super::authenticators::Kind;
use super::captcha::{self, Wanted};
use super::controls::{self, Controls};
use super::device;
use super::duo;
use super::figures;
use super::guides;
use super::headings::{self, Words};
use super::messages;
use super::providers;
use super::rows;
use super::shape::{self, Shape};
use super::webauthn;
use super::words;

/// The page, unless nothing that is offered can be offered to a browser.
pub(super) fn page(document: &Document, context: &StepContext<'_>) -> Option<StepPage> {
    let form = front(document, context)?;
    let mut step = Step::new(document, context, form);
    step.main();
    step.say();
    step.other_ways();
    step.wait();
    step.device();
    step.ceremonies();
    step.passwords();
    step.captcha();
    step.fingerprint();
    match step.ceremony_in_front {
        InFront::OutOfReach if step.way_on.is_some() => {}
        InFront::OutOfReach => step.out_of_reach(),
        InFront::None if step.shape == Shape::Script => step.duo_or_nothing(),
        InFront::None | InFront::Offered => {}
    }
    step.never_a_dead_end();
    Some(step.page)
}

/// The form that the page is for: the one that was posted and comes back, the one that was asked for, else the first.
fn front<'d>(document: &'d Document, context: &StepContext<'_>) -> Option<&'d Form> {
    let asked_for = context.posted.map(|posted| posted.form).into_iter().chain(context.shown);
    let named = asked_for
        .filter_map(|id| document.form(id))
        .find(|form| matches!(Shape::of(form), Shape::Inputs | Shape::Rows | Shape::YesOrNo));
    named.or_else(|| document.remediations().iter().find(|form| can_be_offered(form, context)))
}

fn can_be_offered(form: &Form, context: &StepContext<'_>) -> bool {
    if shape::has_no_choice(form) {
        return false;
    }
    match Shape::of(form) {
        Shape::Link => form.href.for_browser(context.org).is_ok(),
        // It goes with a form that asks for a name.
        Shape::Script => !webauthn::is_autofill(form),
        _ => true,
    }
}

/// Whether a press is more than a way beside: the code that has to be sent first, the application on this device.
fn is_prominent(form: &Form) -> bool {
    matches!(form.name.as_str(), "send" | "send-challenge" | "launch-authenticator" | "launch-nfc-authenticator")
}

/// What the org says of a password that has run out.
const PASSWORD_EXPIRED: &str = "idx.password.expired";

/// What becomes of the ceremony that the page is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum InFront {
    None,
    Offered,
    OutOfReach,
}

struct Step<'a> {
    brand: &'a Brand,
    document: &'a Document,
    context: &'a StepContext<'a>,
    form: &'a Form,
    shape: Shape,
    words: Words<'a>,
    ceremony_in_front: InFront,
    /// The form that leaves a ceremony out which can not succeed here, where the org lets it be left out.
    way_on: Option<&'a Form>,
    controls: Controls,
    /// What the ways to services of others are called, by the ids of their forms.
    services: HashMap<String, String>,
    page: StepPage,
}

impl<'a> Step<'a> {
    fn new(document: &'a Document, context: &'a StepContext<'a>, form: &'a Form) -> Self {
        let brand: &Brand = &context.brand;
        let mut words = headings::words(brand, document, form);
        let ceremony_in_front = match webauthn::offer(document, form, context.org, context.host) {
            None => InFront::None,
            Some(webauthn::Offer::Ceremony(..)) => InFront::Offered,
            Some(webauthn::Offer::OutOfReach(_)) => InFront::OutOfReach,
        };
        let mut way_on = None;
        if ceremony_in_front == InFront::OutOfReach {
            way_on = document.remediation("skip").or_else(|| document.action("skip"));
            words.out_of_reach(way_on.is_some());
        }
        let page = StepPage::new(Arc::clone(&context.brand), words.heading.clone());
        Self {
            brand,
            document,
            context,
            form,
            shape: Shape::of(form),
            words,
            ceremony_in_front,
            way_on,
            controls: Controls::default(),
            services: providers::labels(brand, document),
            page,
        }
    }

    /// What the page is for.
    fn main(&mut self) {
        match self.shape {
            Shape::Inputs => self.inputs(&[], None),
            Shape::YesOrNo => self.yes_or_no(),
            Shape::Rows => match rows::only_option(self.form) {
                Some((field, option)) => {
                    self.name_method(option.value.as_str());
                    self.inputs(&[(field.control.to_string(), option.index.to_string())], Some(field));
                }
                None => self.page.rows = rows::rows(self.document, self.context, self.form),
            },
            Shape::Button => self.inputs(&[], None),
            Shape::Link => self.links(),
            Shape::Poll => {}
            Shape::Script => self.go_on(),
        }
        let links = figures::actions(self.brand, self.document, self.form, self.context.org);
        // Where a link is what the page is for, a form beside it would not be.
        if links.iter().any(|link| link.weight == Weight::Primary) {
            self.page.form = None;
            self.controls.password = false;
        }
        self.page.actions.extend(links);
    }

    /// What is left to do where nothing can be asked of the browser.
    fn go_on(&mut self) {
        let Some(form) = self.way_on else { return };
        self.page.form = Some(FormView {
            post: self.context.post(&form.id, &[]),
            username: None,
            controls: Vec::new(),
            submit: self.words.submit.clone(),
            primary: true,
            captcha: None,
        });
    }

    /// What a script asks the browser for: on the page that is for it, and beside a form that asks for a name.
    fn ceremonies(&mut self) {
        if self.is_shown() {
            return;
        }
        for form in self.document.remediations() {
            let offer = webauthn::offer(self.document, form, self.context.org, self.context.host);
            match offer {
                Some(webauthn::Offer::Ceremony(request, outputs)) => self.ceremony(form, *request, outputs),
                Some(webauthn::Offer::OutOfReach(_)) | None => {}
            }
        }
        if !self.page.ceremonies.is_empty() {
            self.page.scripts.push(Script::Ceremonies);
        }
    }

    /// Lets a script help with a password while it is typed.
    fn passwords(&mut self) {
        let mut fields = self.page.form.iter().flat_map(|form| &form.controls);
        if fields.any(|control| matches!(control, Control::Input(input) if input.kind == InputKind::Password)) {
            self.page.scripts.push(Script::Password);
        }
    }

    /// Lets a script solve what has to be solved before the form goes.
    fn captcha(&mut self) {
        let Some(form) = &mut self.page.form else { return };
        match captcha::wanted(self.document, self.form, self.context.org) {
            Wanted::Nothing => {}
            Wanted::Solved(captcha) => {
                self.page.scripts.push(Script::Captcha(captcha.service.clone()));
                let faults = self.context.posted_to(&self.form.id).map(|posted| posted.faults).unwrap_or_default();
                if faults.iter().any(|fault| fault.control.as_str() == captcha.control) {
                    let text = self.brand.say("captcha-needs-script");
                    self.page.summary.push(SummaryItem { text, anchor: None });
                }
                form.captcha = Some(captcha);
            }
            Wanted::Unknown => {
                self.page.form = None;
                self.needs_script();
            }
        }
    }

    /// Lets a page of the org tell what the device looks like, where a person says who they are.
    fn fingerprint(&mut self) {
        if self.context.asks_for_fingerprint && self.asks_who() && self.page.form.is_some() {
            self.page.scripts.push(Script::Fingerprint(self.context.org.join("/auth/services/devicefingerprint")));
        }
    }

    /// Shows Duo's question, if that is what the form is about; what else only script could do is not for us.
    fn duo_or_nothing(&mut self) {
        let Some((prompt, control)) = duo::prompt(self.document, self.form, self.context.org) else {
            return self.needs_script();
        };
        self.page.scripts.push(Script::Duo(prompt.clone()));
        self.page.duo = Some(DuoFrame { post: self.context.post(&self.form.id, &[]), control, prompt });
    }

    fn ceremony(&mut self, form: &Form, request: CredentialRequest, outputs: Vec<Output>) {
        let in_front = form.id == self.form.id;
        let weight = if in_front { Weight::Primary } else { Weight::Secondary };
        if matches!(request, CredentialRequest::Autofill(_)) && !self.offers_passkeys_at_the_username() {
            return;
        }
        let submit = self.context.brand.say(match &request {
            CredentialRequest::Create(_) => "webauthn-create",
            CredentialRequest::Use(_) if in_front => "webauthn-use",
            CredentialRequest::Use(_) | CredentialRequest::Autofill(_) => "webauthn-sign-in",
        });
        let post = self.context.post(&form.id, &[]);
        self.page.ceremonies.push(Ceremony { post, request, outputs, submit, weight });
    }

    /// Lets the browser offer passkeys where the username is typed; false where nobody asks for one.
    fn offers_passkeys_at_the_username(&mut self) -> bool {
        let controls = self.page.form.iter_mut().flat_map(|form| &mut form.controls);
        let usernames = controls.filter_map(|control| match control {
            Control::Input(input) if input.autocomplete == Some("username") => Some(input),
            _ => None,
        });
        usernames.map(|input| input.autocomplete = Some("username webauthn")).count() > 0
    }

    /// Says that no ceremony can succeed at this address.
    fn out_of_reach(&mut self) {
        let text = self.context.brand.say("webauthn-out-of-reach");
        self.page.notices.push(Notice { tone: Tone::Warning, texts: vec![text], links: Vec::new() });
    }

    /// Says that a step needs more than a page without script can do.
    fn needs_script(&mut self) {
        let cancel = words::way_out(self.brand);
        let others = self.page.other_ways.iter().any(|way| way.label != cancel);
        let text = match others {
            true => self.brand.say("needs-script-other-way"),
            false => self.brand.say("needs-script"),
        };
        self.page.notices.push(Notice { tone: Tone::Warning, texts: vec![text], links: Vec::new() });
    }

    /// The form with everything it asks for, apart from the field that is answered by pressing.
    fn inputs(&mut self, pressed: &[(String, String)], except: Option<&Field>) {
        // A form that is only pressed keeps what it would ask for to itself.
        if self.shape != Shape::Button {
            self.controls = controls::controls(self.document, self.context, self.form, except);
        }
        self.name_method(self.controls.method.clone().as_deref());
        let mut chosen = std::mem::take(&mut self.controls.settled);
        chosen.extend_from_slice(pressed);
        self.page.form = Some(FormView {
            post: self.context.post(&self.form.id, &chosen),
            username: self.account().filter(|_| self.controls.password && !self.asks_who()),
            controls: std::mem::take(&mut self.controls.list),
            submit: self.words.submit.clone(),
            primary: true,
            captcha: None,
        });
    }

    /// Where there is one way to be reached, the button says which.
    fn name_method(&mut self, method: Option<&str>) {
        if self.form.name == "authenticator-verification-data"
            && let Some(words) = method.and_then(|method| words::send_by(self.brand, method))
        {
            self.words.submit = words;
        }
    }

    fn yes_or_no(&mut self) {
        use crate::idx::Content;
        let Some(field) = shape::yes_or_no(self.form) else { return };
        let answer = |truth: bool| {
            let option = match &field.content {
                Content::Choice { options, .. } => options.iter().find(|option| option.value == truth),
                _ => None,
            };
            let value = option.map_or_else(|| truth.to_string(), |option| option.index.to_string());
            (vec![(field.control.to_string(), value)], option.map(|option| option.label.clone()))
        };
        let ours =
            matches!(self.form.name.as_str(), "email-challenge-consent" | "keep-me-signed-in" | "granular-consent");
        let (yes, label) = answer(true);
        if let Some(label) = label.filter(|_| !ours) {
            self.words.submit = label;
        }
        self.inputs(&yes, Some(field));
        let (no, label) = answer(false);
        let label = match self.form.name.as_str() {
            "email-challenge-consent" => self.brand.say("email-consent-refuse"),
            "keep-me-signed-in" => self.brand.say("stay-signed-in-refuse"),
            _ => label.unwrap_or_else(|| self.brand.say("consent-refuse")),
        };
        let target = Target::Post(self.context.post(&self.form.id, &no));
        self.page.actions.push(Way::new(label, target, Weight::Secondary));
    }

    /// Links to elsewhere: all of them at once, for there is nothing else that this page is for.
    fn links(&mut self) {
        let links: Vec<Way> = self.document.remediations().iter().filter_map(|form| self.link(form)).collect();
        let weight = if links.len() == 1 { Weight::Primary } else { Weight::Secondary };
        self.page.actions.extend(links.into_iter().map(|way| Way { weight, ..way }));
    }

    fn link(&self, form: &Form) -> Option<Way> {
        let is_extension = form.name == "device-apple-sso-extension";
        let url = match Shape::of(form) {
            Shape::Link if is_extension => device::sso_extension(form, self.context.org),
            Shape::Link => form.href.for_browser(self.context.org).ok(),
            _ => None,
        }?;
        let label = self.services.get(&form.id).cloned();
        let label = label.unwrap_or_else(|| words::link(self.brand, self.document, form));
        let mark = providers::mark(self.brand, self.document, form);
        Some(Way { mark, ..Way::new(label, Target::Link(url.into()), Weight::Secondary) })
    }

    /// As whom, what went wrong, what else there is to know, what there is to look at.
    fn say(&mut self) {
        self.page.emblem = self.words.emblem;
        self.page.lead = std::mem::take(&mut self.words.lead);
        if !self.asks_who() {
            let not_you = self.document.action("cancel").map(|cancel| self.press(cancel, self.brand.say("not-you")));
            self.page.account = self.account().map(|name| Account { name, not_you });
        }
        self.page.figures = figures::figures(self.brand, self.document, self.form, self.sets_password());
        if self.page.figures.iter().any(|figure| matches!(figure, Figure::Steps(_))) {
            // The steps say it all.
            self.page.lead.clear();
        }
        self.page.notices.extend(figures::identity_policies(self.brand, self.form, self.context.org));
        self.messages();
    }

    fn messages(&mut self) {
        let kind = words::authenticator(self.document, self.form).map(Kind::of);
        let of_document: Vec<&Message> = self.context.kept_messages.iter().chain(self.document.messages()).collect();
        for message in of_document {
            // The page that waits for a busy service says so itself.
            let says_busy = self.form.name == "poll" && messages::is_of_safe_mode(message);
            // As the page for a password that has run out says that.
            let says_expired =
                self.form.name == "reenroll-authenticator" && message.key.as_deref() == Some(PASSWORD_EXPIRED);
            if says_busy || says_expired || messages::is_device_instruction(message) {
                continue;
            }
            if !messages::is_error(message) {
                self.page.notices.extend(messages::notice(self.brand, message, kind, self.context.org));
                continue;
            }
            let about_rules = controls::about_rules(self.brand, self.document, message);
            let text = about_rules.unwrap_or_else(|| messages::sentence(self.brand, message, kind));
            let links = messages::links(message, &text, self.context.org);
            let anchor = messages::concerns(message).and_then(|kinds| self.attach(&text, kinds));
            self.page.summary_links.extend(links);
            self.page.summary.push(SummaryItem { text, anchor });
        }
        let said = self.context.kept_messages.iter().chain(self.document.messages());
        self.page.figures.extend(messages::device_instructions(self.brand, said, self.context.org));
        self.page.summary.append(&mut self.controls.summary);
        for form in self.document.forms().filter(|form| form.id != self.form.id) {
            for (_, message) in form.messages().filter(|(_, message)| message.class == MessageClass::Error) {
                let text = messages::sentence(self.brand, message, kind);
                self.page.summary.push(SummaryItem { text, anchor: None });
            }
        }
        self.say_once();
    }

    /// The same words twice help nobody; where one of them leads to a field, that one stays.
    fn say_once(&mut self) {
        let mut once: Vec<SummaryItem> = Vec::new();
        for item in std::mem::take(&mut self.page.summary) {
            match once.iter_mut().find(|said| said.text == item.text) {
                Some(said) => said.anchor = said.anchor.take().or(item.anchor),
                None => once.push(item),
            }
        }
        self.page.summary = once;
        self.page.notices.dedup_by(|one, other| one.texts == other.texts);
        if !self.page.summary.is_empty() {
            self.unfocus();
        }
    }

    fn unfocus(&mut self) {
        for control in self.page.form.iter_mut().flat_map(|form| &mut form.controls) {
            if let Control::Input(input) = control {
                input.autofocus = false;
            }
        }
    }

    /// Puts an error of the whole step at the first line of the kinds it is about.
    fn attach(&mut self, text: &str, kinds: &[InputKind]) -> Option<String> {
        let controls = self.page.form.iter_mut().flat_map(|form| &mut form.controls);
        let mut lines = controls.filter_map(|control| match control {
            Control::Input(input) => Some(input),
            _ => None,
        });
        let field = &mut lines.find(|line| kinds.contains(&line.kind))?.field;
        field.error.get_or_insert_with(|| text.to_owned());
        Some(field.id.clone())
    }

    /// The ways beside what the page is for, in the order of the document; the way out is the last.
    fn other_ways(&mut self) {
        let (actions, out): (Vec<&Form>, Vec<&Form>) =
            self.document.actions().iter().partition(|form| !form.name.starts_with("cancel"));
        let (polls, actions): (Vec<&Form>, Vec<&Form>) = actions.into_iter().partition(|form| form.is_poll());
        let (help, actions): (Vec<&Form>, Vec<&Form>) = actions.into_iter().partition(|form| form.name == "recover");
        let remediations = self.document.remediations().iter();
        // The form that was set aside for the one in front.
        if self.is_shown() {
            let back = Target::Link(self.context.step_url.to_owned());
            self.page.other_ways.push(Way::new(self.brand.say("go-back"), back, Weight::Link));
        }
        let all = actions.into_iter().chain(polls).chain(help).chain(remediations).chain(out);
        let in_front = |form: &Form| form.id == self.form.id || self.way_on.is_some_and(|way| way.id == form.id);
        let ways: Vec<Way> = all.filter(|form| !in_front(form)).filter_map(|form| self.way(form)).collect();
        let (buttons, links): (Vec<Way>, Vec<Way>) = ways.into_iter().partition(|way| way.weight == Weight::Secondary);
        self.page.other_ways.splice(0..0, buttons);
        self.page.other_ways.extend(links);
        self.offer_once();
    }

    /// A document offers some things twice, as a remediation and as an action: they are one to a person.
    fn offer_once(&mut self) {
        let submit = self.page.form.as_ref().filter(|form| form.controls.is_empty()).map(|form| form.submit.clone());
        let mut labels: Vec<String> = submit.into_iter().collect();
        self.page.other_ways.retain(|way| {
            let is_new = matches!(way.target, Target::Link(_)) || !labels.contains(&way.label);
            labels.push(way.label.clone());
            is_new
        });
    }

    fn way(&self, form: &Form) -> Option<Way> {
        let label = words::way(self.brand, self.document, form);
        // Before anything was sent there is nothing to send again.
        let nothing_sent = form.name == "resend" && self.form.name == "authenticator-verification-data";
        if nothing_sent || shape::has_no_choice(form) {
            return None;
        }
        match Shape::of(form) {
            Shape::Link if self.shape == Shape::Link => None,
            Shape::Link => self.link(form),
            Shape::Script => None,
            Shape::Button if form.name == "cancel" && self.is_entry() => None,
            Shape::Button if is_prominent(form) => Some(Way { weight: Weight::Secondary, ..self.press(form, label) }),
            Shape::Button | Shape::Poll => Some(self.press(form, label)),
            Shape::Rows
                if rows::lead_nowhere_else(self.document, form, &rows::rows(self.document, self.context, form)) =>
            {
                self.another_number(form)
            }
            Shape::Rows | Shape::Inputs | Shape::YesOrNo if self.is_shown_first(form) => None,
            Shape::Rows | Shape::Inputs | Shape::YesOrNo => {
                Some(Way::new(label, Target::Link(self.context.show(&form.id)), Weight::Link))
            }
        }
    }

    /// A choice that leads back to what is in hand: of use where a code went to a number with a slip in it.
    fn another_number(&self, form: &Form) -> Option<Way> {
        let is_phone = self.document.current_authenticator().map(Kind::of) == Some(Kind::Phone);
        let row = rows::rows(self.document, self.context, form).into_iter().next()?;
        let applies = is_phone && self.form.name == "enroll-authenticator";
        applies.then(|| Way::new(self.brand.say("way-change-number"), row.target, Weight::Link))
    }

    /// However odd a document is, its page has a way on.
    fn never_a_dead_end(&mut self) {
        let page = &self.page;
        let can_act =
            page.form.is_some() || !page.rows.is_empty() || !page.actions.is_empty() || page.refresh.is_some();
        if !can_act && page.other_ways.is_empty() {
            let again = Way::new(words::way_out(self.brand), self.context.begin.clone(), Weight::Secondary);
            self.page.other_ways.push(again);
        }
    }

    fn press(&self, form: &Form, label: impl Into<String>) -> Way {
        let chosen = device::given_up(self.document, form);
        Way::new(label, Target::Post(self.context.post(&form.id, &chosen)), Weight::Link)
    }

    /// Lets a script ask the device that the browser runs on.
    fn device(&mut self) {
        if self.is_shown() {
            return;
        }
        if let Some(device) = device::device(self.document, self.form, self.context.org) {
            self.page.scripts.push(Script::Device(device));
            // Moving the page would break off what the script does; without script there is the button.
            self.page.refresh = None;
        }
    }

    /// What a page that waits says, and when it asks again.
    fn wait(&mut self) {
        let Some(poll) = self.document.poll() else {
            return;
        };
        self.page.scripts.push(Script::Poll(Poll {
            url: self.context.ask_url.to_owned(),
            after_ms: u64::try_from(poll.poll_interval().as_millis()).unwrap_or(u64::MAX),
            next: self.context.step_url.to_owned(),
        }));
        let can_type = shape::takes_typing(self.shape) || self.shape == Shape::Script;
        if can_type || self.is_shown() {
            return;
        }
        let kind = self.document.current_authenticator().map(Kind::of);
        let is_elsewhere = guides::challenge(self.document).is_none();
        let waiting = match kind.filter(|_| is_elsewhere) {
            Some(Kind::Verify) => self.brand.say("waiting-for-phone"),
            Some(Kind::Email) => self.brand.say("waiting-for-email"),
            _ => self.brand.say("waiting"),
        };
        self.page.figures.push(Figure::Waiting(waiting));
        if poll.id == self.form.id {
            let check = self.press(poll, self.brand.say("check-now"));
            self.page.other_ways.retain(|way| way.label != check.label);
            let buttons = self.page.other_ways.iter().take_while(|way| way.weight == Weight::Secondary).count();
            self.page.other_ways.insert(buttons, check);
        }
        // Where a form has shown that our script runs, that asks instead: without moving the page, and not while nobody looks.
        if !self.context.runs_scripts {
            let seconds = poll.poll_interval().as_secs().max(1);
            let seconds = u32::try_from(seconds).unwrap_or(60);
            self.page.refresh = Some(Refresh { seconds, href: self.context.poll_url.to_owned() });
        }
    }

    fn account(&self) -> Option<String> {
        let known = self.document.user().and_then(|user| user.identifier.clone());
        known.or_else(|| self.context.account.map(str::to_owned)).filter(|name| !name.trim().is_empty())
    }

    /// Whether the page asks who it is.
    fn asks_who(&self) -> bool {
        self.form.fields.iter().any(|field| field.name == "identifier" && field.visible)
    }

    fn sets_password(&self) -> bool {
        self.controls.password
            && !matches!(self.form.name.as_str(), "identify" | "challenge-authenticator" | "enroll-profile")
    }

    /// Whether the page is where a sign-in begins: there is nothing to start over.
    fn is_entry(&self) -> bool {
        self.asks_who() && self.form.name == "identify" && self.account().is_none()
    }

    /// Whether another form than the first was asked for.
    fn is_shown(&self) -> bool {
        self.default().is_some_and(|first| first.id != self.form.id)
    }

    fn is_shown_first(&self, form: &Form) -> bool {
        self.is_shown() && self.default().is_some_and(|first| first.id == form.id)
    }

    fn default(&self) -> Option<&'a Form> {
        self.document.remediations().iter().find(|form| can_be_offered(form, self.context))
    }
}
