//! Stylesheet and pictures: few, small, our own, at addresses that name their content.
//!
//! An address holds a hash of what is behind it, so a browser keeps it for good and a new release is a new address.

use std::sync::LazyLock;

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest as _, Sha256};

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

static ASSETS: LazyLock<[Named; 3]> = LazyLock::new(|| {
    [
        Named::new("gatehouse.css", "text/css; charset=utf-8", include_bytes!("assets/gatehouse.css")),
        Named::new("sprite.svg", "image/svg+xml", include_bytes!("assets/sprite.svg")),
        Named::new("icon.svg", "image/svg+xml", include_bytes!("assets/icon.svg")),
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
    stylesheet: String,
    sprite: String,
    icon: String,
}

impl AssetPaths {
    pub(super) fn new(own_path: &str) -> Self {
        let [stylesheet, sprite, icon] =
            ASSETS.each_ref().map(|named| format!("{own_path}/assets/{}/{}", named.hash, named.name));
        Self { stylesheet, sprite, icon }
    }

    /// The address of the stylesheet.
    pub fn stylesheet(&self) -> &str {
        &self.stylesheet
    }

    /// The address of the pictures within pages.
    pub fn sprite(&self) -> &str {
        &self.sprite
    }

    /// The address of the picture on a browser's tab.
    pub fn icon(&self) -> &str {
        &self.icon
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
}
