#!/usr/bin/env bash
# Builds the program for Windows and runs it under Wine, where what it does is compared with the program built here:
# paths, line ends, the code pages of the console, and a file that another program keeps open.
#
# Needs the Rust target x86_64-pc-windows-gnu, mingw-w64 and Wine, and says which of them is missing:
#   rustup target add x86_64-pc-windows-gnu
#   apt-get install --no-install-recommends gcc-mingw-w64-x86-64 wine wine64
# It is not part of .ci/run, which needs nothing but Rust.
set -euo pipefail
cd "$(dirname "$0")/.."

target=x86_64-pc-windows-gnu
compiler=x86_64-w64-mingw32-gcc
missing=()
command -v wine >/dev/null || missing+=("wine (apt-get install wine wine64)")
command -v "$compiler" >/dev/null || missing+=("$compiler (apt-get install gcc-mingw-w64-x86-64)")
[ -d "$(rustc --print sysroot)/lib/rustlib/$target" ] || missing+=("the target (rustup target add $target)")
if [ ${#missing[@]} -gt 0 ]; then
  printf 'missing: %s\n' "${missing[@]}" >&2
  exit 2
fi

cargo build --locked
cargo build --locked --target "$target"
built=${CARGO_TARGET_DIR:-target}
here=$(realpath "$built/debug/finsam")

work=$(mktemp -d)
holder=
finish() {
  if [ -n "$holder" ]; then kill "$holder" 2>/dev/null || true; fi
  WINEPREFIX="$work/wine" wineserver -k 2>/dev/null || true
  rm -rf "$work"
}
trap finish EXIT
export WINEPREFIX="$work/wine" WINEDEBUG=-all LC_ALL=C.UTF-8 SOURCE_DATE_EPOCH=1795305600
mkdir "$work/program"
cp "$built/$target/debug/finsam.exe" "$work/program/"
wine wineboot -i >/dev/null 2>&1

# Wine 8 has no bcryptprimitives.dll, from which Rust takes random numbers. Windows has had it since version 7.
if [ ! -e "$WINEPREFIX/drive_c/windows/system32/bcryptprimitives.dll" ]; then
  cat >"$work/random.c" <<'C'
#include <windows.h>
BOOLEAN NTAPI SystemFunction036(PVOID, ULONG);
__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE bytes, SIZE_T count) {
    return SystemFunction036(bytes, (ULONG)count);
}
C
  "$compiler" -shared -o "$work/program/bcryptprimitives.dll" "$work/random.c" -ladvapi32
fi
# Keeps a file open as Word does: others may read it, and not write it.
cat >"$work/hold.c" <<'C'
#include <stdio.h>
#include <windows.h>
int wmain(int count, wchar_t **words) {
    HANDLE held = count == 2 ? CreateFileW(words[1], GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ, NULL,
                                           OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, NULL)
                             : INVALID_HANDLE_VALUE;
    if (held == INVALID_HANDLE_VALUE) return 1;
    puts("held");
    fflush(stdout);
    return getchar() == EOF;
}
C
"$compiler" -municode -o "$work/program/hold.exe" "$work/hold.c"

finsam() { wine "$work/program/finsam.exe" "$@"; }
tested() { printf 'ok: %s\n' "$*"; }
fail() {
  printf 'FAILED: %s\n' "$*" >&2
  exit 1
}

folder="$work/Förbund i länet"
mkdir "$folder"
cd "$folder"

finsam init --lan Jönköping >/dev/null
for path in 'scenarios\hopslagning.toml' "Z:${folder//\//\\}\\scenarios\\hopslagning.toml"; do
  finsam simulate "$path" >svar.txt
  "$here" simulate scenarios/hopslagning.toml | cmp - svar.txt || fail "$path"
done
tested "a path with å, blanks and backslashes"

"$here" simulate hopslagning --format json >linux.json
sed -i 's/$/\r/' utgangslage.toml scenarios/*.toml
finsam simulate hopslagning --format json >windows.json
cmp linux.json windows.json || fail "files with CRLF"
finsam compare nulage hopslagning --format csv --csv-dialect excel -o windows.csv
"$here" compare nulage hopslagning --format csv --csv-dialect excel -o linux.csv
cmp linux.csv windows.csv || fail "the bytes of CSV"
tested "files with CRLF are read, and answers are the same bytes as here"

for format in md html docx xlsx; do
  finsam report nulage hopslagning -o "rapport åäö.$format" 2>/dev/null
  "$here" report nulage hopslagning -o "linux.$format" 2>/dev/null
  # The library for workbooks notes in a byte of each part which system packed it: 0 is DOS, 3 is Unix.
  differing=$(cmp -l "linux.$format" "rapport åäö.$format" || true)
  [ "$format" = xlsx ] && differing=$(grep -vE '^ *[0-9]+ +3 +0$' <<<"$differing" || true)
  [ -z "$differing" ] || fail "the bytes of $format"
done
tested "reports are the same bytes as here"

cp "rapport åäö.docx" before.docx
coproc hold { wine "$work/program/hold.exe" "rapport åäö.docx" 2>/dev/null; }
# shellcheck disable=SC2154 # coproc sets it
holder=$hold_PID
read -r -t 60 _ <&"${hold[0]}" || fail "the file could not be kept open"
status=0
finsam report nulage hopslagning -o "rapport åäö.docx" >svar.txt 2>fel.txt || status=$?
[ "$status" = 2 ] && [ ! -s svar.txt ] || fail "exit status $status for a file that is open elsewhere"
grep -q 'den är öppen i ett annat program' fel.txt || fail "$(cat fel.txt)"
cmp before.docx "rapport åäö.docx" || fail "the open file was changed"
echo >&"${hold[1]}"
wait "$holder" || true
holder=
finsam report nulage hopslagning -o "rapport åäö.docx" 2>/dev/null || fail "a file that was closed again"
[ -z "$(find . -name '.*' -type f)" ] || fail "files left behind: $(find . -name '.*' -type f)"
tested "a file that is open in another program is left alone, and the user is asked to close it"

# Through a console each code page shows å ä ö; into a file all of them write UTF-8.
program="Z:${work//\//\\}\\program\\finsam.exe"
"$here" data kommuner Håbo >linux.txt
for page in 437 850 1252 65001; do
  wine cmd /c "chcp $page >nul & $program data kommuner Håbo > windows.txt" || fail "code page $page"
  cmp linux.txt windows.txt || fail "code page $page into a file"
  if command -v script >/dev/null; then
    script -qec "wine cmd /c 'chcp $page >nul & $program data kommuner Habo'" /dev/null >console.txt </dev/null
    grep -q 'Håbo' console.txt || fail "code page $page on the console"
  fi
done
tested "code pages 437, 850, 1252 and 65001"
