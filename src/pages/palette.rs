//! The colours of a site: one accent, and what follows from it, so that everything on a page can still be read.
//!
//! Contrast is that of WCAG 2.2: 4.5:1 for text (1.4.3), 3:1 for what shows where a control is (1.4.11). Links are
//! text, so an accent that only looks good behind a button is not enough.

use std::fmt;

/// A colour of the sRGB space, without transparency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour([u8; 3]);

const WHITE: Colour = Colour([0xff; 3]);
const BLACK: Colour = Colour([0; 3]);
/// What stands on an accent that is too light for white.
const INK: Colour = Colour([0x10, 0x13, 0x1a]);

/// Light pages or dark ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Dark text on light ground.
    Light,
    /// Light text on dark ground.
    Dark,
}

/// The colours that follow from an accent, for both schemes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Palette {
    light: Shades,
    dark: Shades,
}

/// An accent that cannot be told from what is around it.
#[derive(Clone, Debug, PartialEq, thiserror::Error)]
#[error(
    "too little contrast on {scheme} pages: {} would have {ratio:.2}:1; people need {least}:1 to make it out", seen(.front, .back)
)]
pub struct TooLittleContrast {
    /// What would be in front.
    pub front: &'static str,
    /// What would be behind it.
    pub back: &'static str,
    /// In which pages.
    pub scheme: Scheme,
    /// What there is.
    pub ratio: f64,
    /// What there must be.
    pub least: f64,
    /// The nearest shade of the same colour that passes.
    pub nearest: Colour,
}

impl Palette {
    /// The palette of an accent; without one for dark pages that is the nearest shade that can be read there.
    ///
    /// # Errors
    /// Where one of the two does not stand out.
    pub fn new(accent: Colour, accent_dark: Option<Colour>) -> Result<Self, TooLittleContrast> {
        let light = Shades::checked(accent, Scheme::Light)?;
        let dark = match accent_dark {
            Some(accent) => Shades::checked(accent, Scheme::Dark)?,
            None => Shades::of(nearest(accent, Scheme::Dark), Scheme::Dark),
        };
        Ok(Self { light, dark })
    }

    /// The stylesheet that sets them.
    pub(super) fn stylesheet(&self) -> String {
        format!(
            ":root {{\n{}}}\n\n@media (prefers-color-scheme: dark) {{\n:root {{\n{}}}\n}}\n",
            self.light.declarations(),
            self.dark.declarations()
        )
    }
}

/// The tokens of one scheme that depend on the accent.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Shades {
    accent: Colour,
    accent_strong: Colour,
    accent_soft: Colour,
    on_accent: Colour,
}

impl Shades {
    fn of(accent: Colour, scheme: Scheme) -> Self {
        let surface = scheme.token("surface");
        let (strong, soft) = match scheme {
            Scheme::Light => (accent.towards(BLACK, 51), surface.towards(accent, 18)),
            Scheme::Dark => (accent.towards(WHITE, 77), surface.towards(accent, 31)),
        };
        let readable = |front: &Colour| contrast(*front, accent).min(contrast(*front, strong));
        let on_accent = if readable(&WHITE) >= readable(&INK) { WHITE } else { INK };
        Self { accent, accent_strong: strong, accent_soft: soft, on_accent }
    }

    fn checked(accent: Colour, scheme: Scheme) -> Result<Self, TooLittleContrast> {
        let shades = Self::of(accent, scheme);
        match shades.fault(scheme) {
            None => Ok(shades),
            Some((front, back, ratio, least)) => {
                let nearest = nearest(accent, scheme);
                Err(TooLittleContrast { front, back, scheme, ratio, least, nearest })
            }
        }
    }

    /// The worst pair that cannot be told apart.
    fn fault(&self, scheme: Scheme) -> Option<(&'static str, &'static str, f64, f64)> {
        let of_accent = |(front, back, _): &&(&str, &str, f64)| self.token(front).or(self.token(back)).is_some();
        let ratio = |(front, back, least): &(&'static str, &'static str, f64)| {
            let colour = |name| self.token(name).unwrap_or_else(|| scheme.token(name));
            (*front, *back, contrast(colour(front), colour(back)), *least)
        };
        let too_little = PAIRS.iter().filter(of_accent).map(ratio).filter(|(_, _, ratio, least)| ratio < least);
        too_little.min_by(|one, other| (one.2 / one.3).total_cmp(&(other.2 / other.3)))
    }

    fn token(&self, name: &str) -> Option<Colour> {
        match name {
            "accent" | "focus" => Some(self.accent),
            "accent-strong" => Some(self.accent_strong),
            "accent-soft" => Some(self.accent_soft),
            "on-accent" => Some(self.on_accent),
            _ => None,
        }
    }

    fn declarations(&self) -> String {
        let names = ["accent", "accent-strong", "accent-soft", "on-accent", "focus"];
        let line = |name: &str| self.token(name).map(|colour| format!("  --{name}: {colour};\n"));
        names.into_iter().filter_map(line).collect()
    }
}

/// The shade of `colour` next to it that can be read: darker on light pages, lighter on dark ones.
fn nearest(colour: Colour, scheme: Scheme) -> Colour {
    let end = match scheme {
        Scheme::Light => BLACK,
        Scheme::Dark => WHITE,
    };
    let shades = (0..=u8::MAX).map(|amount| colour.towards(end, amount));
    let mut readable = shades.filter(|shade| Shades::of(*shade, scheme).fault(scheme).is_none());
    readable.next().unwrap_or_else(|| scheme.token("accent"))
}

/// What somebody sees of a pair.
fn seen(front: &str, back: &str) -> &'static str {
    match (front, back) {
        ("on-accent", _) => "the words on a button of this colour",
        ("focus", _) => "the ring around what is being used, drawn in this colour,",
        ("text" | "muted", _) => "text on a pale shade of this colour",
        ("danger", _) => "an error on a pale shade of this colour",
        (_, "accent-soft") => "a link in this colour on a pale shade of it",
        (_, "warning-soft") => "a link in this colour within a warning",
        (_, "danger-soft") => "a link in this colour within an error",
        (_, "raised") => "a link in this colour on a grey box",
        _ => "a link in this colour",
    }
}

/// What is in front of what, and how far it must stand out.
pub(super) const PAIRS: &[(&str, &str, f64)] = &[
    ("text", "surface", 7.0),
    ("text", "canvas", 7.0),
    ("text", "raised", 7.0),
    ("text", "accent-soft", 7.0),
    ("text", "danger-soft", 7.0),
    ("text", "warning-soft", 7.0),
    ("text", "success-soft", 7.0),
    ("muted", "surface", 4.5),
    ("muted", "canvas", 4.5),
    ("muted", "raised", 4.5),
    ("muted", "accent-soft", 4.5),
    ("accent", "surface", 4.5),
    ("accent-strong", "surface", 4.5),
    ("accent", "raised", 4.5),
    ("accent", "accent-soft", 4.5),
    ("accent", "warning-soft", 4.5),
    ("accent", "danger-soft", 4.5),
    ("on-accent", "accent", 4.5),
    ("on-accent", "accent-strong", 4.5),
    ("danger", "surface", 4.5),
    ("danger", "danger-soft", 4.5),
    ("danger", "accent-soft", 4.5),
    ("warning", "warning-soft", 4.5),
    ("success", "success-soft", 4.5),
    ("line", "surface", 3.0),
    ("line", "canvas", 3.0),
    ("focus", "surface", 3.0),
    ("focus", "canvas", 3.0),
];

impl Scheme {
    /// A colour of our own stylesheet; one that is not there is black, which a test would see.
    pub(super) fn token(self, name: &str) -> Colour {
        let stylesheet = include_str!("assets/gatehouse.css");
        let (light, rest) = stylesheet.split_once("@media (prefers-color-scheme: dark)").unwrap_or((stylesheet, ""));
        let block = match self {
            Self::Light => light,
            Self::Dark => rest.split_once("*, ::before").map_or(rest, |(dark, _)| dark),
        };
        let declaration = |line: &'static str| line.trim().strip_prefix("--")?.strip_suffix(';')?.split_once(": ");
        let value = block.lines().filter_map(declaration).find(|(known, _)| *known == name);
        value.and_then(|(_, value)| Colour::parse(value)).unwrap_or(BLACK)
    }
}

impl fmt::Display for Scheme {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Light => "light",
            Self::Dark => "dark",
        })
    }
}

impl Colour {
    /// Reads `#rrggbb` or `#rgb`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits: Vec<u8> = text
            .strip_prefix('#')?
            .chars()
            .map(|digit| u8::try_from(digit.to_digit(16)?).ok())
            .collect::<Option<_>>()?;
        match digits[..] {
            [r, g, b] => Some(Self([r * 17, g * 17, b * 17])),
            [r, s, g, h, b, c] => Some(Self([r * 16 + s, g * 16 + h, b * 16 + c])),
            _ => None,
        }
    }

    /// This colour with so many 255ths of another.
    fn towards(self, other: Self, amount: u8) -> Self {
        let amount = u32::from(amount);
        let mixed = |one: u8, other: u8| (u32::from(one) * (255 - amount) + u32::from(other) * amount + 127) / 255;
        let channel = |index: usize| u8::try_from(mixed(self.0[index], other.0[index])).unwrap_or(u8::MAX);
        Self([channel(0), channel(1), channel(2)])
    }

    /// Relative luminance (WCAG 2.2, definition).
    fn luminance(self) -> f64 {
        let linear = |channel: u8| {
            let channel = f64::from(channel) / 255.0;
            if channel <= 0.040_45 { channel / 12.92 } else { ((channel + 0.055) / 1.055).powf(2.4) }
        };
        let [red, green, blue] = self.0.map(linear);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

/// How far two colours stand apart (WCAG 2.2, contrast ratio).
pub(super) fn contrast(one: Colour, other: Colour) -> f64 {
    let (one, other) = (one.luminance(), other.luminance());
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colour(text: &str) -> Colour {
        Colour::parse(text).expect("a colour")
    }

    #[test]
    fn the_colours_of_our_own_stylesheet_stand_out() {
        for scheme in [Scheme::Light, Scheme::Dark] {
            for (front, back, least) in PAIRS {
                let contrast = contrast(scheme.token(front), scheme.token(back));
                assert!(contrast >= *least, "{scheme}: {front} on {back} is {contrast:.2}:1, not {least}:1");
            }
        }
        assert_ne!(Scheme::Light.token("surface"), Scheme::Dark.token("surface"));
    }

    #[test]
    fn contrast_is_that_of_wcag() {
        assert!((contrast(WHITE, BLACK) - 21.0).abs() < 1e-9);
        assert!((contrast(WHITE, colour("#777777")) - 4.48).abs() < 0.005);
    }

    #[test]
    fn an_accent_that_cannot_be_read_is_refused_with_the_nearest_shade_that_can() {
        let refused = Palette::new(colour("#ffcc00"), None).expect_err("yellow on white");

        assert_eq!(refused.scheme, Scheme::Light);
        assert!(refused.ratio < 1.6 && refused.least == 4.5, "{refused}");
        assert!(Palette::new(refused.nearest, None).is_ok(), "{}", refused.nearest);
        assert_ne!(refused.nearest, BLACK);
    }

    #[test]
    fn a_dark_accent_on_dark_pages_is_refused_when_it_was_asked_for_and_lightened_when_not() {
        let navy = colour("#0b2a6f");

        assert_eq!(Palette::new(navy, Some(navy)).map_err(|fault| fault.scheme), Err(Scheme::Dark));
        assert!(Palette::new(navy, None).is_ok());
    }

    #[test]
    fn whatever_the_colour_there_is_a_shade_of_it_that_can_be_read() {
        let steps = [0, 51, 102, 153, 204, 255];
        for red in steps {
            for green in steps {
                for blue in steps {
                    for scheme in [Scheme::Light, Scheme::Dark] {
                        let shade = nearest(Colour([red, green, blue]), scheme);
                        assert_eq!(Shades::of(shade, scheme).fault(scheme), None, "{shade} in {scheme}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_colour_is_read_in_the_two_ways_it_is_written() {
        assert_eq!(colour("#0bF").to_string(), "#00bbff");
        assert_eq!(colour("#0b5fff").to_string(), "#0b5fff");
        for bad in ["0b5fff", "#0b5ff", "#0b5fff80", "blue", "#ggg", "", "#", "#１２３"] {
            assert_eq!(Colour::parse(bad), None, "{bad}");
        }
    }
}
