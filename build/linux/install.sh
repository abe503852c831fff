#!/bin/sh
# Puts Backdesk into the user's own folders: the program, the command, the menu entry, the icons.
# Run it from the unpacked archive; run it again to update, or with --remove to take it away.
# The program that is there stays until the new one lies whole beside it and has started once.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
program=$data/backdesk-program
fresh=$program.new
former=$program.old
command=$HOME/.local/bin/backdesk
id=org.backdesk.Backdesk

is_open() {
    for one in /proc/[0-9]*/exe; do
        [ "$(readlink "$one" 2>/dev/null)" != "$program/backdesk" ] || return 0
    done
    return 1
}

take_away() {
    rm -f "$command" "$data/applications/$id.desktop" "$data/metainfo/$id.metainfo.xml"
    find "$data/icons/hicolor" -name "$id.*" -delete 2>/dev/null || true
}

give_up() {
    rm -rf "$fresh"
    [ -e "$program" ] || [ ! -e "$former" ] || mv "$former" "$program"
    echo "Backdesk was not installed: $1 Nothing was changed." >&2
    exit 1
}

[ -e "$program" ] || [ ! -e "$former" ] || mv "$former" "$program"
if is_open; then
    give_up "it is open. Close it, then run this again."
fi
if [ "${1:-}" = "--remove" ]; then
    take_away
    rm -rf "$program" "$fresh" "$former"
    echo "Backdesk is removed; your offices are untouched."
    exit 0
fi

rm -rf "$fresh" "$former"
mkdir -p "$data/applications" "$data/metainfo" "$HOME/.local/bin"
cp -R "$here/backdesk" "$fresh" || give_up "the new program could not be copied."
"$fresh/backdesk" --version > /dev/null || give_up "the new program does not start here."
[ ! -e "$program" ] || mv "$program" "$former"
mv "$fresh" "$program" || give_up "the new program could not be put in its place."
rm -rf "$former"

take_away
ln -s "$program/backdesk" "$command"
sed "s|^Exec=backdesk|Exec=\"$program/backdesk\"|" "$here/$id.desktop" > "$data/applications/$id.desktop"
cp "$here/$id.metainfo.xml" "$data/metainfo/"
for picture in "$here"/icons/backdesk-*.png; do
    size=$(basename "$picture" .png | sed 's/backdesk-//')
    place=$data/icons/hicolor/${size}x$size/apps
    mkdir -p "$place"
    cp "$picture" "$place/$id.png"
done
echo "Backdesk is installed: $command"
