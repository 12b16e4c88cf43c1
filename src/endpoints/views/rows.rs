//! A choice as rows to press: one row for each thing that one press can mean.

use std::collections::HashMap;

use crate::idx::{Authenticator, ChoiceOption, Content, Document, Field, Form, Variant};
use crate::pages::{Brand, Icon, Row, Target, Value};

use super::StepContext;
use super::authenticators::{self, Kind};
use super::enrolment;
use super::shape::{asked, variant_needs_script};
use super::words::readable;

/// More rows than this for one authenticator would be a wall.
const MAX_METHODS: usize = 6;

/// What one press chooses.
#[derive(Clone, Default)]
struct Press {
    values: Vec<(String, String)>,
    method: Option<String>,
    /// Whether the method is one of several, so that the row has to name it.
    names_method: bool,
}

/// The rows of a form whose only question is a choice.
pub(super) fn rows(document: &Document, context: &StepContext<'_>, form: &Form) -> Vec<Row> {
    let mut rows = unnumbered(document, context, form);
    tell_apart(&context.brand, &mut rows);
    rows
}

/// Numbers rows that would read the same: two keys without a name of their own.
fn tell_apart(brand: &Brand, rows: &mut [Row]) {
    let mut alike: HashMap<(String, Option<String>), Vec<usize>> = HashMap::new();
    for (place, row) in rows.iter().enumerate() {
        alike.entry((row.name.clone(), row.detail.clone())).or_default().push(place);
    }
    for places in alike.into_values().filter(|places| places.len() > 1) {
        for (number, place) in (1..).zip(places) {
            let values = [("name", Value::Text(&rows[place].name)), ("number", Value::Number(number))];
            rows[place].name = brand.say_with("provider-of-several", &values);
        }
    }
}

fn unnumbered(document: &Document, context: &StepContext<'_>, form: &Form) -> Vec<Row> {
    let Some(&field) = asked(&form.fields).first() else { return Vec::new() };
    let brand: &Brand = &context.brand;
    let target = |press: &Press| Target::Post(context.post(&form.id, &press.values));
    match &field.content {
        Content::Choice { options, .. } => {
            let authenticator = document.current_authenticator();
            let press = |option: &ChoiceOption| Press {
                values: vec![chosen(field, option.index)],
                method: option.value.as_str().map(str::to_owned),
                names_method: true,
            };
            let row = |option| {
                let press = press(option);
                let place = authenticator.and_then(|it| authenticators::place(brand, it));
                let (icon, name, _) = look(brand, authenticator, &option_label(brand, option), &press);
                match channel(brand, field, option) {
                    Some((icon, detail)) => Row::new(target(&press), icon, name).with_detail(Some(detail)),
                    None => Row::new(target(&press), icon, name).with_detail(place),
                }
            };
            options.iter().map(row).collect()
        }
        Content::OneOf(variants) => {
            let rows_of = |variant: &Variant| {
                let authenticator = variant.relation.as_ref().and_then(|path| document.related_authenticator(path));
                let row = |press: Press| {
                    let (icon, name, detail) = look(brand, authenticator, &variant.label, &press);
                    let sets_up = authenticator.filter(|_| form.name == "select-authenticator-enroll");
                    let good_for = sets_up.and_then(|it| enrolment::good_for(brand, it));
                    let badge = sets_up.and_then(|it| enrolment::badge(brand, document, it));
                    Row { badge, ..Row::new(target(&press), icon, name).with_detail(good_for.or(detail)) }
                };
                presses(form, field, variant).into_iter().map(row).collect::<Vec<_>>()
            };
            variants.iter().filter(|variant| !variant_needs_script(variant)).flat_map(rows_of).collect()
        }
        _ => Vec::new(),
    }
}

/// The only option of a choice: there is nothing to choose, only to go on.
pub(super) fn only_option(form: &Form) -> Option<(&Field, &ChoiceOption)> {
    let field = *asked(&form.fields).first()?;
    match &field.content {
        Content::Choice { options, .. } => match options.as_slice() {
            [only] => Some((field, only)),
            _ => None,
        },
        _ => None,
    }
}

/// Whether all that a choice leads to is the authenticator that is in use already.
pub(super) fn lead_nowhere_else(document: &Document, form: &Form, rows: &[Row]) -> bool {
    let Some(current) = document.current_authenticator() else { return rows.is_empty() };
    let fields = asked(&form.fields);
    let Some(Content::OneOf(variants)) = fields.first().map(|field| &field.content) else { return rows.is_empty() };
    let is_current = |variant: &Variant| {
        let related = variant.relation.as_ref().and_then(|path| document.related_authenticator(path));
        related.is_some_and(|related| related.key == current.key && related.profile() == current.profile())
    };
    rows.len() <= 1 && variants.iter().filter(|variant| !variant_needs_script(variant)).all(is_current)
}

/// What pressing can mean for one authenticator: its ways of being used, each a press of its own where the person is
/// to choose now.
fn presses(form: &Form, field: &Field, variant: &Variant) -> Vec<Press> {
    let method =
        variant.fields.iter().find(|field| field.name == "methodType").and_then(|field| match &field.content {
            Content::Constant(method) => method.as_str().map(str::to_owned),
            _ => None,
        });
    let mut presses = vec![Press { values: vec![chosen(field, variant.index)], method, names_method: false }];
    // What is set up for the first time asks for its details on its own page; a server takes the bare authenticator.
    let is_enrollment = form.name.contains("enroll");
    for choice in variant.fields.iter().filter(|field| matches!(field.content, Content::Choice { .. })) {
        let Content::Choice { options, .. } = &choice.content else { continue };
        let several = options.len() > 1;
        if several && !choice.required && (is_enrollment || !choice.visible) {
            continue;
        }
        let with = |press: &Press, option: &ChoiceOption| {
            let mut press = press.clone();
            press.values.push(chosen(choice, option.index));
            press.method = option.value.as_str().map(str::to_owned).or(press.method);
            press.names_method |= several;
            press
        };
        let all = presses.iter().flat_map(|press| options.iter().map(move |option| with(press, option)));
        presses = all.take(MAX_METHODS).collect();
    }
    presses
}

fn chosen(field: &Field, index: usize) -> (String, String) {
    (field.control.to_string(), index.to_string())
}

/// What one of the ways to set up an application looks like and means.
fn channel(brand: &Brand, field: &Field, option: &ChoiceOption) -> Option<(Icon, String)> {
    let (icon, message) = match option.value.as_str().filter(|_| field.name == "channel")? {
        "qrcode" => (Icon::Code, "channel-qrcode"),
        "email" => (Icon::Mail, "channel-email"),
        "sms" => (Icon::Message, "channel-sms"),
        "samedevice" => (Icon::Phone, "channel-samedevice"),
        "devicebootstrap" => (Icon::Devices, "channel-devicebootstrap"),
        _ => return None,
    };
    Some((icon, brand.say(message)))
}

fn option_label(brand: &Brand, option: &ChoiceOption) -> String {
    let method = option.value.as_str().unwrap_or_default();
    authenticators::method_detail(brand, method).unwrap_or_else(|| readable(brand, &option.label))
}

fn look(
    brand: &Brand,
    authenticator: Option<&Authenticator>,
    label: &str,
    press: &Press,
) -> (Icon, String, Option<String>) {
    let kind = authenticator.map_or(Kind::Other, Kind::of);
    let method = press.method.as_deref().filter(|_| press.names_method);
    let icon = kind.icon(press.method.as_deref());
    let place = authenticator.and_then(|it| authenticators::place(brand, it));
    let own_name = || match authenticator {
        _ if !label.trim().is_empty() => label.to_owned(),
        Some(authenticator) => authenticators::name(brand, authenticator),
        None => kind.name(brand),
    };
    match method {
        Some(method) => match authenticators::method_name(brand, kind, method) {
            Some(name) => (icon, name, place),
            None => {
                let detail = authenticators::method_detail(brand, method);
                (icon, own_name(), detail.or_else(|| Some(readable(brand, method))))
            }
        },
        None => {
            let asks_on_phone = kind == Kind::Verify && press.method.as_deref() == Some("push");
            let happens = || authenticators::method_detail(brand, "push").filter(|_| asks_on_phone);
            (icon, own_name(), place.or_else(happens))
        }
    }
}
