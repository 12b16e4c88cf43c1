//! The command line.
//!
//! stdout is for data, stderr for words. Exit codes: 0 when all is well, 2 when something the operator wrote must change
//! (configuration, arguments, the org, the machine's root certificates), 1 for everything else. Each command lies in a file of its own.

mod arguments;
mod check;
#[cfg(feature = "demo")]
mod demo;
mod keygen;
mod output;
#[cfg(feature = "demo")]
mod pages;
mod runtime;
mod schema;
mod serve;

use std::io;
use std::path::Path;
#[cfg(feature = "demo")]
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser as _;

use self::arguments::{Arguments, Command};
use crate::config::{self, Config, Faults};
use crate::telemetry::logging::{self, DEFAULT_FILTER, LoggingError};
use crate::tls::{self, NoRootCertificates};

/// Why a command ended without doing what it was asked.
#[derive(Debug, thiserror::Error)]
pub(crate) enum CommandError {
    /// The configuration must change.
    #[error(transparent)]
    Configuration(#[from] Faults),
    /// The online check found something to change in the org or in the configuration.
    #[error("{0}")]
    Diagnosis(String),
    /// The machine cannot trust anybody.
    #[error(transparent)]
    NoRootCertificates(#[from] NoRootCertificates),
    /// The log cannot be set up as asked.
    #[error(transparent)]
    Logging(#[from] LoggingError),
    /// An argument that is understood asks for something that cannot be had.
    #[cfg(feature = "demo")]
    #[error("{0}")]
    Argument(String),
    /// A file or directory cannot be read or written.
    #[cfg(feature = "demo")]
    #[error("cannot read or write {}", .0.display())]
    File(PathBuf, #[source] io::Error),
    /// Nobody takes what the command writes.
    #[error("cannot write to standard output")]
    Output(#[source] io::Error),
    /// The runtime did not start.
    #[error("cannot start the runtime")]
    Runtime(#[source] io::Error),
    /// What the command starts did not run, or ended by itself.
    #[error("{0}")]
    Failed(String),
}

impl CommandError {
    const fn exit_code(&self) -> u8 {
        match self {
            Self::Configuration(_) | Self::Diagnosis(_) | Self::NoRootCertificates(_) | Self::Logging(_) => 2,
            #[cfg(feature = "demo")]
            Self::Argument(_) => 2,
            #[cfg(feature = "demo")]
            Self::File(..) => 1,
            Self::Output(_) | Self::Runtime(_) | Self::Failed(_) => 1,
        }
    }
}

/// Does what the arguments of this process ask for.
pub fn main() -> ExitCode {
    match run(Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        // `gatehouse schema | head` is no failure.
        Err(CommandError::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            output::complain(&error);
            ExitCode::from(error.exit_code())
        }
    }
}

fn run(arguments: Arguments) -> Result<(), CommandError> {
    match arguments.command {
        Command::Keygen => keygen::run(),
        Command::Schema => schema::run(),
        Command::Check(check) if !check.online => check::run(&check.file.config),
        Command::Check(check) => {
            // What comes of each question is printed; the log would say it a second time.
            connect(&check.log, "off")?;
            check::run_online(&check.file.config)
        }
        Command::Serve(serve) => {
            connect(&serve.log, DEFAULT_FILTER)?;
            serve::run(&load(&serve.file.config)?)
        }
        #[cfg(feature = "demo")]
        Command::Pages(asked) => pages::run(&asked),
        #[cfg(feature = "demo")]
        Command::Demo(demo) => {
            connect(&demo.log, DEFAULT_FILTER)?;
            demo::run(&demo)
        }
    }
}

/// What comes before the first socket: a log, one TLS provider, and somebody to trust.
fn connect(log: &arguments::Log, usual: &str) -> Result<(), CommandError> {
    logging::init(log.format, log.filter.as_deref().unwrap_or(usual))?;
    tls::install_provider();
    tls::require_root_certificates()?;
    Ok(())
}

fn load(file: &Path) -> Result<Config, CommandError> {
    Ok(config::load(file, &|name| std::env::var(name).ok())?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(arguments: &[&str]) -> Result<(), CommandError> {
        let arguments = ["gatehouse"].iter().chain(arguments);
        run(Arguments::try_parse_from(arguments).expect("the arguments are understood"))
    }

    #[test]
    fn a_faulty_configuration_ends_with_2() {
        let error = outcome(&["check", "--config", "nowhere.yaml"]).expect_err("there is no such file");

        assert_eq!(error.exit_code(), 2);
        assert!(error.to_string().starts_with("nowhere.yaml: cannot be read"));
    }

    #[test]
    fn a_log_filter_that_is_not_understood_ends_with_2_before_anything_starts() {
        let error = outcome(&["serve", "--config", "nowhere.yaml", "--log", "loud=very"]).expect_err("no such level");

        assert_eq!(error.exit_code(), 2);
        assert!(error.to_string().contains("loud=very"));
    }
}
