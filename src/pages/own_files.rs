//! The files that a site adds to its pages, at addresses that name their content.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use bytes::Bytes;
use sha2::{Digest as _, Sha256};

use super::assets::Asset;
use super::look::{Look, Picture};
use super::palette::Palette;

/// The files of one site, in no order that matters.
#[derive(Clone, Debug)]
pub(super) struct OwnFiles {
    base: String,
    files: Vec<OwnFile>,
}

#[derive(Clone, Debug)]
struct OwnFile {
    role: Role,
    /// `{hash}/{name}`.
    path: String,
    /// The same below the site's own prefix.
    address: String,
    asset: Asset,
}

/// What a file is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Generated,
    Stylesheet,
    Logo,
    DarkLogo,
    Icon,
}

impl OwnFiles {
    pub(super) fn new(own_path: &str, look: &Look) -> Self {
        let mut files = Self { base: format!("{own_path}/assets"), files: Vec::new() };
        let generated = generated_stylesheet(look);
        if !generated.is_empty() {
            files.add(Role::Generated, "look.css", "text/css; charset=utf-8", Bytes::from(generated));
        }
        if let Some(stylesheet) = &look.stylesheet {
            files.add(Role::Stylesheet, "site.css", "text/css; charset=utf-8", stylesheet.clone());
        }
        if let Some(logo) = &look.logo {
            files.add_picture(Role::Logo, "logo", &logo.picture);
            logo.dark.iter().for_each(|picture| files.add_picture(Role::DarkLogo, "logo-dark", picture));
        }
        look.icon.iter().for_each(|picture| files.add_picture(Role::Icon, "icon", picture));
        files
    }

    /// The file behind `path`, which is what follows `{own_path}/assets/`.
    pub(super) fn find(&self, path: &str) -> Option<&Asset> {
        self.files.iter().find(|file| file.path == path).map(|file| &file.asset)
    }

    pub(super) fn addresses(&self) -> impl Iterator<Item = &str> {
        self.files.iter().map(|file| file.address.as_str())
    }

    pub(super) fn address(&self, role: Role) -> Option<&str> {
        self.files.iter().find(|file| file.role == role).map(|file| file.address.as_str())
    }

    pub(super) fn content_type(&self, role: Role) -> Option<&'static str> {
        self.files.iter().find(|file| file.role == role).map(|file| file.asset.content_type)
    }

    fn add_picture(&mut self, role: Role, name: &str, picture: &Picture) {
        let name = format!("{name}.{}", picture.kind.extension());
        self.add(role, &name, picture.kind.content_type(), picture.bytes.clone());
    }

    fn add(&mut self, role: Role, name: &str, content_type: &'static str, bytes: Bytes) {
        let path = format!("{}/{name}", URL_SAFE_NO_PAD.encode(&Sha256::digest(&bytes)[..9]));
        let address = format!("{}/{path}", self.base);
        self.files.push(OwnFile { role, path, address, asset: Asset { bytes, content_type } });
    }
}

/// What pages with this look need beside our stylesheet: those without pay nothing for it.
fn generated_stylesheet(look: &Look) -> String {
    const LOGO: &str = ".logo { display: block; block-size: 2.25rem; max-inline-size: 100%; object-fit: contain; }\n";
    let colours = look.palette.as_ref().map(Palette::stylesheet).unwrap_or_default();
    colours + if look.logo.is_some() { LOGO } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::{Colour, Logo, PictureKind};

    fn look() -> Look {
        let accent = Colour::parse("#0b5fff").expect("a colour");
        let picture =
            |text: &'static str| Picture { kind: PictureKind::Svg, bytes: Bytes::from_static(text.as_bytes()) };
        Look {
            palette: Palette::new(accent, None).ok(),
            logo: Some(Logo { picture: picture("<svg/>"), dark: Some(picture("<svg />")), beside_name: true }),
            icon: Some(picture("<svg></svg>")),
            stylesheet: Some(Bytes::from_static(b"h1 { color: red; }")),
            ..Look::default()
        }
    }

    #[test]
    fn every_file_of_a_look_is_found_where_pages_refer_to_it_and_nowhere_else() {
        let files = OwnFiles::new("/.gatehouse", &look());

        for role in [Role::Generated, Role::Stylesheet, Role::Logo, Role::DarkLogo, Role::Icon] {
            let address = files.address(role).expect("it has an address");
            let path = address.strip_prefix("/.gatehouse/assets/").expect("under the own path");
            assert_eq!(files.find(path).map(|asset| asset.content_type), files.content_type(role));
        }
        for path in ["", "logo.svg", "AAAAAAAAAAAA/logo.svg", "../logo.svg"] {
            assert_eq!(files.find(path), None, "{path}");
        }
    }

    #[test]
    fn our_own_look_adds_no_file() {
        let files = OwnFiles::new("/.gatehouse", &Look::default());

        assert_eq!(files.files.len(), 0);
    }

    #[test]
    fn other_content_has_another_address() {
        let (before, mut changed) = (look(), look());
        changed.stylesheet = Some(Bytes::from_static(b"h1 { color: blue; }"));

        let [before, after] = [before, changed]
            .map(|look| OwnFiles::new("/.gatehouse", &look).address(Role::Stylesheet).map(str::to_owned));

        assert_ne!(before, after);
    }
}
