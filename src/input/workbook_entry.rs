//! A file in the zip file that a workbook is: its name, and its bytes, which end where there are too many.

use std::io::{self, BufRead, Error, Read};

/// Bytes of one piece of XML: a tag, or text between tags. Spreadsheets allow 32 767 letters in a cell.
const MOST_BYTES_OF_PIECE: u64 = 1024 * 1024;

/// A path without its folders; Windows writes some of them with other strokes.
pub(super) fn last_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// What stands after the last stop of a name.
pub(super) fn extension(name: &str) -> Option<&str> {
    name.rsplit_once('.').map(|(_, extension)| extension)
}

/// A file that ends in an error after so many bytes: in all, or since a piece of it began.
pub(super) struct Metered<Inner> {
    inner: Inner,
    /// Bytes that may still come.
    pub(super) left: u64,
    left_of_piece: u64,
}

impl<Inner> Metered<Inner> {
    /// A file of which so many bytes may come.
    pub(super) fn new(inner: Inner, left: u64) -> Self {
        Self { inner, left, left_of_piece: MOST_BYTES_OF_PIECE }
    }

    /// What follows counts as no piece: it is not kept.
    pub(super) fn end_pieces(&mut self) {
        self.left_of_piece = u64::MAX;
    }

    /// Says that a new piece begins.
    pub(super) fn begin_piece(&mut self) {
        self.left_of_piece = MOST_BYTES_OF_PIECE;
    }

    /// Whether a piece was longer than any should be.
    pub(super) fn piece_is_too_long(&self) -> bool {
        self.left_of_piece == 0
    }
}

impl<Inner: BufRead> BufRead for Metered<Inner> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        let buffer = self.inner.fill_buf()?;
        let most = self.left.min(self.left_of_piece);
        if most == 0 && !buffer.is_empty() {
            return Err(Error::other("too many bytes"));
        }
        Ok(&buffer[..buffer.len().min(usize::try_from(most).unwrap_or(usize::MAX))])
    }

    fn consume(&mut self, amount: usize) {
        self.left -= amount as u64;
        self.left_of_piece -= amount as u64;
        self.inner.consume(amount);
    }
}

impl<Inner: BufRead> Read for Metered<Inner> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let amount = self.fill_buf()?.read(into)?;
        self.consume(amount);
        Ok(amount)
    }
}
