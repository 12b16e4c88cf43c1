//! What an administrator does about people while they are signed in.

use super::Org;
use super::accounts::Standing;

impl Org {
    /// Takes back everything that was ever granted to that person: no token of theirs is active from now on.
    pub fn revoke_tokens(&self, login: &str) {
        self.state().tokens.end_all_of(login);
    }

    /// Takes back the access tokens alone: a refresh brings others.
    pub fn revoke_access_tokens(&self, login: &str) {
        self.state().tokens.end_access_of(login);
    }

    /// Deactivates the account, and with it every token; [`reset_accounts`](Self::reset_accounts) brings it back.
    pub fn deactivate(&self, login: &str) {
        let mut state = self.state();
        if let Some(person) = state.people.get_mut(login) {
            person.standing = Standing::Deactivated;
        }
        state.tokens.end_all_of(login);
    }

    /// Puts the person into these groups and takes them out of all others.
    pub fn set_groups(&self, login: &str, groups: &[&str]) {
        if let Some(person) = self.state().people.get_mut(login) {
            person.groups = groups.iter().map(|group| (*group).to_owned()).collect();
        }
    }
}
