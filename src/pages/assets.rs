//! Stylesheet, pictures and scripts: few, small, our own, at addresses that name their content.
//!
//! An address holds a hash of what is behind it, so a browser keeps it for good and a new release is a new address.

use std::sync::LazyLock;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};

use super::script::Script;

/// A file that pages refer to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asset {
    /// Its content.
    pub bytes: &'static [u8],
    /// What it is (`Content-Type`).
    pub content_type: &'static str,
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
    let script = |name, bytes| Named::new(name, "text/javascript; charset=utf-8", bytes);
    vec![
        Named::new(STYLESHEET, "text/css; charset=utf-8", include_bytes!("assets/gatehouse.css")),
        Named::new(SPRITE, "image/svg+xml", include_bytes!("assets/sprite.svg")),
        Named::new(ICON, "image/svg+xml", include_bytes!("assets/icon.svg")),
        script("form.js", include_bytes!("assets/form.js")),
        script("poll.js", include_bytes!("assets/poll.js")),
        script("countdown.js", include_bytes!("assets/countdown.js")),
    ]
});

impl Named {
    fn new(name: &'static str, content_type: &'static str, bytes: &'static [u8]) -> Self {
        let hash = URL_SAFE_NO_PAD.encode(&Sha256::digest(bytes)[..9]);
        Self { name, asset: Asset { bytes, content_type }, hash }
    }
}

/// The asset behind `path`, which is what follows `{own_path}/assets/`: `{hash}/{name}`.
///
/// An old hash is not found rather than answered with other content, which would then be kept for good.
pub fn find(path: &str) -> Option<Asset> {
    let (hash, name) = path.split_once('/')?;
    ASSETS.iter().find(|named| named.name == name && named.hash == hash).map(|named| named.asset)
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
    #[cfg(test)]
    pub(crate) fn all(&self) -> impl Iterator<Item = &str> {
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
        let stylesheet = include_str!("assets/gatehouse.css");

        assert!(stylesheet.len() <= 16 * 1024, "{} bytes", stylesheet.len());
        assert!(!stylesheet.contains("url(") && !stylesheet.contains("@import"));
    }

    #[test]
    fn all_scripts_together_are_small_and_refer_to_nobody() {
        let is_script = |named: &&Named| named.asset.content_type.starts_with("text/javascript");
        let scripts: Vec<&str> = ASSETS
            .iter()
            .filter(is_script)
            .map(|named| std::str::from_utf8(named.asset.bytes).expect("text"))
            .collect();

        let weight: usize = scripts.iter().map(|script| script.len()).sum();
        assert!(weight <= 20 * 1024, "{weight} bytes");
        for script in scripts {
            assert!(script.starts_with("// @ts-check\n"), "{script}");
            for unwanted in ["innerHTML", "eval(", "Function(", "import ", "http:", "https:", "document.write"] {
                assert!(!script.contains(unwanted), "{unwanted}: {script}");
            }
        }
    }
}
