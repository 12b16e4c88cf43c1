//! Stylesheet, pictures and scripts: few, small, our own, at addresses that name their content.
//!
//! An address holds a hash of what is behind it, so a browser keeps it for good and a new release is a new address.

use std::sync::LazyLock;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use bytes::Bytes;
use sha2::{Digest as _, Sha256};

use super::script::Script;

/// A file that pages refer to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// Its content.
    pub bytes: Bytes,
    /// What it is (`Content-Type`).
    pub content_type: &'static str,
}

impl Asset {
    /// Whether it is a picture that could hold more than a picture, were it opened as a page.
    pub fn is_svg(&self) -> bool {
        self.content_type == "image/svg+xml"
    }
}

/// How long an asset may be kept (RFC 8246): for ever, since other content has another address.
pub const CACHE_CONTROL: &str = "public, max-age=31536000, immutable";

struct Named {
    name: &'static str,
    asset: Asset,
    hash: String,
}

const STYLESHEET: &str = "gatehouse.css";
const SPRITE: &str = "sprite.svg";
const ICON: &str = "icon.svg";

static ASSETS: LazyLock<Vec<Named>> = LazyLock::new(|| {
    let file = |name, content_type, text: &'static str| Named::new(name, content_type, text.as_bytes());
    let script = |name, text| Named::new(name, "text/javascript; charset=utf-8", without_comments(text));
    vec![
        Named::new(STYLESHEET, "text/css; charset=utf-8", without_comments(include_str!("assets/gatehouse.css"))),
        file(SPRITE, "image/svg+xml", include_str!("assets/sprite.svg")),
        file(ICON, "image/svg+xml", include_str!("assets/icon.svg")),
        script("form.js", include_str!("assets/form.js")),
        script("poll.js", include_str!("assets/poll.js")),
        script("password.js", include_str!("assets/password.js")),
        script("webauthn.js", include_str!("assets/webauthn.js")),
        script("countdown.js", include_str!("assets/countdown.js")),
        script("device.js", include_str!("assets/device.js")),
        script("captcha.js", include_str!("assets/captcha.js")),
        script("fingerprint.js", include_str!("assets/fingerprint.js")),
        script("duo.js", include_str!("assets/duo.js")),
    ]
});

impl Named {
    fn new(name: &'static str, content_type: &'static str, content: impl Into<Bytes>) -> Self {
        let bytes = content.into();
        let hash = URL_SAFE_NO_PAD.encode(&Sha256::digest(&bytes)[..9]);
        Self { name, asset: Asset { bytes, content_type }, hash }
    }
}

/// A stylesheet or script without the lines that are for whoever reads or checks it, and without indentation.
///
/// Only whole lines go, so nothing here has to understand either language.
fn without_comments(text: &str) -> Vec<u8> {
    let is_comment =
        |line: &&str| line.is_empty() || line.starts_with("//") || line.starts_with("/*") && line.ends_with("*/");
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !is_comment(line)).collect();
    lines.join("\n").into_bytes()
}

/// The asset behind `path`, which is what follows `{own_path}/assets/`: `{hash}/{name}`.
///
/// An old hash is not found rather than answered with other content, which would then be kept for good.
pub fn find(path: &str) -> Option<&'static Asset> {
    let (hash, name) = path.split_once('/')?;
    ASSETS.iter().find(|named| named.name == name && named.hash == hash).map(|named| &named.asset)
}

/// How many bytes of script a page carries.
#[cfg(test)]
pub(crate) fn script_weight(html: &str) -> usize {
    ASSETS
        .iter()
        .filter(|named| html.contains(&format!("{}/{}\"></script>", named.hash, named.name)))
        .map(|named| named.asset.bytes.len())
        .sum()
}

/// Where the assets of a site are.
#[derive(Clone, Debug)]
pub struct AssetPaths {
    by_name: Vec<(&'static str, String)>,
}

impl AssetPaths {
    pub(super) fn new(own_path: &str) -> Self {
        let path = |named: &Named| (named.name, format!("{own_path}/assets/{}/{}", named.hash, named.name));
        Self { by_name: ASSETS.iter().map(path).collect() }
    }

    /// The address of the stylesheet.
    pub fn stylesheet(&self) -> &str {
        self.of(STYLESHEET)
    }

    /// The address of the pictures within pages.
    pub fn sprite(&self) -> &str {
        self.of(SPRITE)
    }

    /// The address of the picture on a browser's tab.
    pub fn icon(&self) -> &str {
        self.of(ICON)
    }

    /// The address of a script.
    pub fn script(&self, script: &Script) -> &str {
        self.of(script.file())
    }

    /// The addresses of all of them.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.by_name.iter().map(|(_, path)| path.as_str())
    }

    fn of(&self, name: &str) -> &str {
        self.by_name.iter().find(|(known, _)| *known == name).map_or("", |(_, path)| path)
    }
}

#[cfg(test)]
mod tests {
    use super::super::icon::Icon;
    use super::*;

    #[test]
    fn an_asset_is_found_where_pages_refer_to_it() {
        let paths = AssetPaths::new("/.gatehouse");

        let path = paths.stylesheet().strip_prefix("/.gatehouse/assets/").expect("under the own path");

        assert_eq!(find(path).map(|asset| asset.content_type), Some("text/css; charset=utf-8"));
    }

    #[test]
    fn another_hash_is_not_found() {
        for path in ["", "/", "gatehouse.css", "AAAAAAAAAAAA/gatehouse.css", "../gatehouse.css"] {
            assert_eq!(find(path), None, "{path}");
        }
    }

    #[test]
    fn the_sprite_has_every_icon() {
        let sprite = include_str!("assets/sprite.svg");

        for icon in Icon::ALL {
            assert!(sprite.contains(&format!("id=\"{}\"", icon.name())), "{icon:?}");
        }
    }

    #[test]
    fn the_stylesheet_is_small_and_refers_to_nobody() {
        let served = ASSETS.iter().find(|named| named.name == STYLESHEET).expect("a stylesheet");
        let stylesheet = std::str::from_utf8(&served.asset.bytes).expect("text");

        assert!(stylesheet.len() <= 16 * 1024, "{} bytes", stylesheet.len());
        assert!(!stylesheet.contains("url(") && !stylesheet.contains("@import"));
    }

    #[test]
    fn scripts_are_typed_and_refer_to_nobody() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/pages/assets");
        let files = std::fs::read_dir(folder).expect("the source").map(|entry| entry.expect("an entry").path());
        let scripts: Vec<_> =
            files.filter(|path| path.extension().is_some_and(|extension| extension == "js")).collect();
        let served = ASSETS.iter().filter(|named| named.name.ends_with(".js")).count();

        assert_eq!(scripts.len(), served);
        for path in scripts {
            let script = std::fs::read_to_string(&path).expect("text");
            assert!(script.starts_with("// @ts-check\n"), "{}", path.display());
            // The last: whole lines are left out when it is served, and a line within a text must not be one of them.
            for unwanted in ["innerHTML", "eval(", "Function(", "import ", "http:", "https:", "document.write", "`\n"] {
                assert!(!script.contains(unwanted), "{unwanted:?} in {}", path.display());
            }
        }
    }

    #[test]
    fn lines_for_readers_are_not_served() {
        let served = without_comments(
            "// @ts-check\n/** @param {string} a */\nfunction f(a) {\n  // Why.\n  return a; // here\n}\n",
        );

        assert_eq!(String::from_utf8_lossy(&served), "function f(a) {\nreturn a; // here\n}");
    }
}
