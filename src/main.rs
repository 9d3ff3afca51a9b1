//! The program `finsam`; everything it does is in the library.

fn main() -> std::process::ExitCode {
    finsam::cli::main()
}
