//! Steps that many sequences have in common.

use super::Walk;

/// Who walks.
pub(crate) const NAME: &str = "kim@people.example";
/// White space belongs to a password.
const PASSWORD: &str = " a pass word ";

impl Walk {
    pub(crate) async fn gives_name(&mut self) {
        self.asks(&["identifier", "rememberMe"]);
        self.says("identify", &[("identifier", NAME)]).await;
    }

    pub(crate) async fn gives_name_and_password(&mut self) {
        self.asks(&["identifier", "credentials.passcode", "rememberMe"]);
        self.fills_in("credentials.passcode", "current-password");
        let said = [("identifier", NAME), ("credentials.passcode", PASSWORD), ("rememberMe", "true")];
        self.says("identify", &said).await;
    }

    pub(crate) async fn gives_password(&mut self) {
        self.asks(&["credentials.passcode"]);
        self.fills_in("credentials.passcode", "current-password");
        self.says("challenge-authenticator", &[("credentials.passcode", PASSWORD)]).await;
    }

    pub(crate) async fn gives_code(&mut self, form: &str) {
        self.asks(&["credentials.passcode"]);
        self.fills_in("credentials.passcode", "one-time-code");
        self.says(form, &[("credentials.passcode", " 123456 ")]).await;
    }

    pub(crate) async fn sets_password(&mut self, form: &str) {
        self.asks(&["credentials.passcode"]);
        self.fills_in("credentials.passcode", "new-password");
        self.says(form, &[("credentials.passcode", PASSWORD)]).await;
    }

    pub(crate) async fn picks(&mut self, form: &str, option: &str) {
        self.asks(&[]);
        self.says(form, &[("authenticator", option)]).await;
    }

    /// Signs up, up to the choice of what to set up beside the password.
    pub(crate) async fn signs_up(&mut self) {
        self.says("select-enroll-profile", &[]).await;
        self.asks(&["userProfile.firstName", "userProfile.lastName", "userProfile.email"]);
        let profile = [("userProfile.firstName", "Kim"), ("userProfile.lastName", "Kato"), ("userProfile.email", NAME)];
        self.says("enroll-profile", &profile).await;
        self.picks("select-authenticator-enroll", "Password").await;
        self.sets_password("enroll-authenticator").await;
    }
}
