//! Sends requests at a fixed rate and says how long their answers took, counted from the moment each one was due.
//!
//! A generator that waits for an answer before it asks again is slowed down together with the server, and so never sees the
//! time that others would have spent in the queue (coordinated omission). Here the time of each request is fixed beforehand.
//! A thread a connection, which sleeps: the timers of an asynchronous runtime are no finer than a millisecond.
//!
//!     steady_load ADDRESS RATE SECONDS CONNECTIONS PATH [HEADER_LINE...]
//!
//! Prints one line of JSON; durations are microseconds.

use std::env;
use std::error::Error;
use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

/// Until all connections stand.
const HEAD_START: Duration = Duration::from_millis(200);

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [address, rate, seconds, connections, path, lines @ ..] = &arguments[..] else {
        return Err("usage: steady_load ADDRESS RATE SECONDS CONNECTIONS PATH [HEADER_LINE...]".into());
    };
    let address: SocketAddr = address.parse()?;
    let (rate, seconds, connections): (f64, f64, u32) = (rate.parse()?, seconds.parse()?, connections.parse()?);
    let mut request = format!("GET {path} HTTP/1.1\r\n");
    for line in lines {
        request.push_str(line);
        request.push_str("\r\n");
    }
    request.push_str("\r\n");

    let pause = Duration::from_secs_f64(f64::from(connections) / rate);
    let start = Instant::now() + HEAD_START;
    let end = start + Duration::from_secs_f64(seconds);
    let threads: Vec<_> = (0..connections)
        .map(|number| {
            let request = request.clone();
            let first = start + pause.mul_f64(f64::from(number) / f64::from(connections));
            thread::spawn(move || ask(address, request.as_bytes(), first, pause, end))
        })
        .collect();
    let mut latencies = Vec::new();
    for thread in threads {
        latencies.extend(thread.join().map_err(|_| "a connection's thread ended early")??);
    }
    latencies.sort_unstable();
    report(&latencies, seconds)
}

/// Keeps one connection busy; how long each answer took.
fn ask(
    address: SocketAddr,
    request: &[u8],
    first: Instant,
    pause: Duration,
    end: Instant,
) -> io::Result<Vec<Duration>> {
    let stream = TcpStream::connect(address)?;
    stream.set_nodelay(true)?;
    let (mut answers, mut requests) = (BufReader::new(stream.try_clone()?), stream);
    let mut latencies = Vec::new();
    let mut due = first;
    while due < end {
        thread::sleep(due.saturating_duration_since(Instant::now()));
        requests.write_all(request)?;
        read_answer(&mut answers)?;
        latencies.push(due.elapsed());
        due += pause;
    }
    Ok(latencies)
}

fn read_answer(answers: &mut BufReader<TcpStream>) -> io::Result<()> {
    let invalid = |what: &str| io::Error::new(io::ErrorKind::InvalidData, what.to_owned());
    let mut line = String::new();
    answers.read_line(&mut line)?;
    if !line.starts_with("HTTP/1.1 200") {
        return Err(invalid(&line));
    }
    let mut length = None;
    while line != "\r\n" {
        line.clear();
        if answers.read_line(&mut line)? == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        if let Some((name, value)) = line.split_once(':')
            && name.eq_ignore_ascii_case("content-length")
        {
            length = value.trim().parse::<u64>().ok();
        }
    }
    let length = length.ok_or_else(|| invalid("an answer without a length"))?;
    io::copy(&mut answers.take(length), &mut io::sink())?;
    Ok(())
}

fn report(sorted: &[Duration], seconds: f64) -> Result<(), Box<dyn Error>> {
    let last = sorted.len().checked_sub(1).ok_or("nothing was asked")?;
    let at = |permille: usize| sorted[last * permille / 1000].as_micros();
    let rate = sorted.len() as f64 / seconds;
    writeln!(
        io::stdout(),
        r#"{{"rate": {rate:.0}, "p50": {}, "p90": {}, "p99": {}, "p999": {}, "max": {}}}"#,
        at(500),
        at(900),
        at(990),
        at(999),
        at(1000)
    )?;
    Ok(())
}
