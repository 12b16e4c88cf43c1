//! The emulated org alone, for a gateway in a process of its own: `scripts/bench` signs in there.
//!
//!     demo_org LISTEN ORIGIN...
//!
//! Each origin is the address of a site whose people may come back from the org. Access tokens live for a day, so that no
//! refresh falls into a measurement.

use std::env;
use std::error::Error;
use std::time::Duration;

use gatehouse::demo::{Demo, Options};

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let listen = arguments.next().ok_or("usage: demo_org LISTEN ORIGIN...")?;
    let demo = Demo::start(Options { org: listen.parse()?, ..Options::default() }).await?;
    demo.org().set_access_token_lifetime(DAY);
    for origin in arguments {
        for client in Demo::clients() {
            demo.register_redirect_uri(&client.id, &format!("{origin}/.gatehouse/callback"));
        }
    }
    std::future::pending().await
}
