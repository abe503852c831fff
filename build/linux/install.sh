#!/bin/sh
# Puts Backdesk into the user's own folders: the program, the command, the menu entry, the icons.
# Run it from the unpacked archive; run it again to update, or with --remove to take it away.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
data=${XDG_DATA_HOME:-$HOME/.local/share}
program=$data/backdesk-program
command=$HOME/.local/bin/backdesk
id=org.backdesk.Backdesk

rm -rf "$program"
rm -f "$command" "$data/applications/$id.desktop" "$data/metainfo/$id.metainfo.xml"
find "$data/icons/hicolor" -name "$id.*" -delete 2>/dev/null || true
if [ "${1:-}" = "--remove" ]; then
    echo "Backdesk is removed; your offices are untouched."
    exit 0
fi

mkdir -p "$data/applications" "$data/metainfo" "$HOME/.local/bin"
cp -R "$here/backdesk" "$program"
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
