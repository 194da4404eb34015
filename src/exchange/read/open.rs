//! Opens a file and refuses at once what is no text: directories, pipes, spreadsheets of other formats, UTF-16.

use crate::exchange::error::{Foreign, Problem};
use sha2::{Digest, Sha256};
use std::fs::File;
use std::io::{BufReader, Read, Seek, SeekFrom};
use std::path::Path;

const BOM: &[u8] = b"\xEF\xBB\xBF";

/// How much of the beginning shows what a file is.
const HEAD: u64 = 8 << 10;

/// A regular file that begins like text.
pub struct Opened {
    file: File,
    /// In bytes.
    pub length: u64,
    /// Does it begin with the mark of UTF-8?
    pub bom: bool,
}

pub fn open(path: &Path) -> Result<Opened, Problem> {
    // Before opening: a pipe without a writer would never open.
    let found = std::fs::metadata(path).map_err(Problem::Io)?;
    if found.is_dir() {
        return Err(Problem::Directory);
    }
    if !found.is_file() {
        return Err(Problem::Special);
    }
    let mut file = File::open(path).map_err(Problem::Io)?;
    let length = file.metadata().map_err(Problem::Io)?.len();
    let mut head = Vec::new();
    Read::by_ref(&mut file).take(HEAD).read_to_end(&mut head).map_err(Problem::Io)?;
    if let Some(foreign) = foreign(&head) {
        return Err(Problem::Foreign(foreign));
    }
    let bom = head.starts_with(BOM);
    let text = head.strip_prefix(BOM).unwrap_or(&head);
    if text.iter().all(u8::is_ascii_whitespace) && length <= HEAD {
        return Err(Problem::Empty);
    }
    Ok(Opened { file, length, bom })
}

/// The format of a file that is no CSV, by its first bytes.
fn foreign(head: &[u8]) -> Option<Foreign> {
    const MAGIC: &[(&[u8], Foreign)] = &[
        (b"PK\x03\x04", Foreign::Zip),
        (b"PK\x05\x06", Foreign::Zip),
        (b"\xD0\xCF\x11\xE0", Foreign::OldExcel),
        (b"%PDF", Foreign::Pdf),
        (b"SQLite format 3\0", Foreign::Database),
        (b"\xFF\xFE", Foreign::Utf16),
        (b"\xFE\xFF", Foreign::Utf16),
    ];
    if let Some((_, foreign)) = MAGIC.iter().find(|(magic, _)| head.starts_with(magic)) {
        return Some(*foreign);
    }
    // One NUL is a damaged text, which the reading refuses with its place; many are no text at all.
    let nuls = memchr::memchr_iter(0, head).count();
    if nuls * 20 < head.len() || nuls < 2 {
        return None;
    }
    // Latin letters in UTF-16 are NULs at every other byte.
    let (even, odd): (Vec<(usize, &u8)>, Vec<_>) = head.iter().enumerate().partition(|(at, _)| at % 2 == 0);
    let nul_share =
        |half: &[(usize, &u8)]| half.iter().filter(|(_, byte)| **byte == 0).count() * 10 / half.len().max(1);
    let halves = (nul_share(&even), nul_share(&odd));
    Some(if matches!(halves, (0, 7..) | (7.., 0)) { Foreign::Utf16 } else { Foreign::Binary })
}

impl Opened {
    /// The text from its beginning, behind the mark.
    pub fn body(&mut self) -> Result<BufReader<&File>, Problem> {
        let start = if self.bom { u64::try_from(BOM.len()).unwrap_or_default() } else { 0 };
        self.file.seek(SeekFrom::Start(start)).map_err(Problem::Io)?;
        Ok(BufReader::with_capacity(256 << 10, &self.file))
    }
}

/// Passes bytes on and computes their SHA-256.
pub struct Hashing<R> {
    source: R,
    hasher: Sha256,
}

impl<R: Read> Hashing<R> {
    pub fn new(source: R) -> Self {
        Self { source, hasher: Sha256::new() }
    }

    /// The hash of what was read, in hexadecimal.
    pub fn finish(self) -> String {
        let digit = |half: u8| char::from_digit(half.into(), 16).unwrap_or_default();
        self.hasher.finalize().iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
    }
}

impl<R: Read> Read for Hashing<R> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        let read = self.source.read(buffer)?;
        self.hasher.update(buffer.get(..read).unwrap_or_default());
        Ok(read)
    }
}
