//! The arguments, and the help that one reads instead of a manual.

use std::path::PathBuf;

use clap::builder::styling::{AnsiColor, Styles};
use clap::{Args, Parser, Subcommand};

use crate::telemetry::logging::Format;

const STYLES: Styles = Styles::styled()
    .header(AnsiColor::Green.on_default().bold())
    .usage(AnsiColor::Green.on_default().bold())
    .literal(AnsiColor::Cyan.on_default().bold())
    .placeholder(AnsiColor::Cyan.on_default());

macro_rules! after_help {
    ($try_it:literal) => {
        concat!(
            $try_it,
            "\
Set it up:
  gatehouse keygen > key.txt                 a key that seals cookies
  gatehouse check --config gatehouse.yaml    every fault of the configuration in one run,
                                             and with --online what the org still needs
Run it:
  gatehouse serve --config gatehouse.yaml

Exit codes:
  0  all is well
  1  something else went wrong: a port is taken, an address cannot be reached
  2  something must change: the configuration, an argument, the org,
     or the root certificates of this machine"
        )
    };
}

#[cfg(feature = "demo")]
const AFTER_HELP: &str = after_help!(
    "\
Try it:
  gatehouse demo                             an emulated org, an application, the gateway
  gatehouse pages --out pages                every page as a file, to be looked at
"
);
#[cfg(not(feature = "demo"))]
const AFTER_HELP: &str = after_help!("");

/// Signs people in on the application's own address and forwards requests with a validated access token.
#[derive(Debug, Parser)]
#[command(name = "gatehouse", version, about, styles = STYLES, after_help = AFTER_HELP)]
#[command(
    subcommand_required = true,
    arg_required_else_help = true,
    disable_help_subcommand = true,
    max_term_width = 100
)]
pub(super) struct Arguments {
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Runs the gateway
    #[command(after_help = "\
Example:
  gatehouse serve --config /etc/gatehouse/gatehouse.yaml --log-format json

SIGTERM and SIGINT let requests in flight end first.")]
    Serve(Serve),
    /// Reads the configuration and lists every fault
    #[command(after_help = "\
Example:
  gatehouse check --config gatehouse.yaml --online

Faults go to stderr, each as FILE:LINE:COLUMN: KEY: found …; expected …,
and the exit code is 2. Without faults stdout shows sites and routes.")]
    Check(Check),
    /// Prints a new key that seals cookies
    #[command(after_help = "\
Example:
  (umask 077 && gatehouse keygen > key.txt)

and in the configuration: keys: [{ file: key.txt }]. To rotate, put the new key
first and keep the old one below it for a session's lifetime.")]
    Keygen,
    /// Prints the JSON Schema of the configuration
    #[command(after_help = "\
Example:
  gatehouse schema > gatehouse.schema.json

An editor then completes and explains every key of a configuration that begins with
  # yaml-language-server: $schema=gatehouse.schema.json")]
    Schema,
    /// Writes every page in every state as a file, to be looked at
    #[cfg(feature = "demo")]
    #[command(after_help = "\
Example:
  gatehouse pages --out pages --config gatehouse.yaml --language de --language ar

Open index.html in the directory. `gatehouse demo` serves the same under /pages, with the scripts
that browsers do not run from a disk. A build without the feature `demo` has no such command.")]
    Pages(Pages),
    /// Runs an emulated org, a sample application and the gateway on this machine
    #[cfg(feature = "demo")]
    #[command(after_help = "\
Example:
  gatehouse demo --port 8080

Prints the address to open and a table of accounts. Nothing leaves this machine
and nothing is kept.")]
    Demo(Demo),
}

#[derive(Debug, Args)]
pub(super) struct Serve {
    #[command(flatten)]
    pub(super) file: ConfigurationFile,
    #[command(flatten)]
    pub(super) log: Log,
}

#[derive(Debug, Args)]
pub(super) struct Check {
    #[command(flatten)]
    pub(super) file: ConfigurationFile,
    /// Also asks each authorization server whether it is set up for this client
    ///
    /// Asks for its metadata, its key set and one interaction, and says which switch to flip where it refuses.
    #[arg(long)]
    pub(super) online: bool,
    #[command(flatten)]
    pub(super) log: Log,
}

#[cfg(feature = "demo")]
#[derive(Debug, Args)]
pub(super) struct Demo {
    /// The gateway's port on 127.0.0.1; 0 takes a free one
    #[arg(long, value_name = "PORT", default_value_t = 8080)]
    pub(super) port: u16,
    /// The org's port on 127.0.0.1, for a gateway of your own; 0 takes a free one
    #[arg(long, value_name = "PORT", default_value_t = 0)]
    pub(super) org_port: u16,
    /// The sample application's port on 127.0.0.1; 0 takes a free one
    #[arg(long, value_name = "PORT", default_value_t = 0)]
    pub(super) application_port: u16,
    #[command(flatten)]
    pub(super) log: Log,
}

#[cfg(feature = "demo")]
#[derive(Debug, Args)]
pub(super) struct Pages {
    /// Where to: a directory that is new, empty, or was written by this command
    #[arg(long, value_name = "DIR")]
    pub(super) out: PathBuf,
    /// The language, by its tag; may be given several times [default: all]
    #[arg(long = "language", value_name = "TAG")]
    pub(super) languages: Vec<String>,
    /// The configuration whose site is shown instead of one that does not exist
    #[arg(long, value_name = "FILE")]
    pub(super) config: Option<PathBuf>,
    /// Which of its sites, by host [default: the first]
    #[arg(long, value_name = "HOST", requires = "config")]
    pub(super) site: Option<String>,
}

#[derive(Debug, Args)]
pub(super) struct ConfigurationFile {
    /// The configuration; secrets and certificates it names lie beside it
    #[arg(long, value_name = "FILE", env = "GATEHOUSE_CONFIG")]
    pub(super) config: PathBuf,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Log")]
pub(super) struct Log {
    /// Lines for people or for machines: text or json
    #[arg(long = "log-format", value_name = "FORMAT", env = "GATEHOUSE_LOG_FORMAT", default_value_t = Format::Text)]
    pub(super) format: Format,
    /// What is logged: a level, or rooms with levels such as gatehouse::idx=debug,info
    ///
    /// Other crates say warnings and errors at most, whatever stands here: below that they print cookies and tokens.
    /// Unless something stands here, `check` logs nothing, for it prints what it found; everything else logs from info on.
    #[arg(long = "log", value_name = "FILTER", env = "GATEHOUSE_LOG")]
    pub(super) filter: Option<String>,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_arguments_are_consistent() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn the_help_fits_a_terminal() {
        let help = Arguments::command().render_long_help().to_string();

        assert!(help.lines().all(|line| line.chars().count() <= 100), "{help}");
        for command in ["serve", "check", "keygen", "schema", "Exit codes"] {
            assert!(help.contains(command), "{command}");
        }
    }
}
