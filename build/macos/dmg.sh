#!/bin/sh
# Makes the disk image of macOS from dist/Backdesk.app: build/macos/dmg.sh VERSION
# Signed and notarised where BACKDESK_SIGN_AS (and BACKDESK_NOTARY_PROFILE) name a certificate.
set -eu
cd "$(dirname "$0")/../.."
version=$1
app=dist/Backdesk.app
image="dist/Backdesk-$version.dmg"
stage=.work/dmg

if [ -n "${BACKDESK_SIGN_AS:-}" ]; then
    codesign --force --deep --timestamp --options runtime \
        --entitlements build/macos/entitlements.plist --sign "$BACKDESK_SIGN_AS" "$app"
    codesign --verify --deep --strict "$app"
fi

rm -rf "$stage" "$image"
mkdir -p "$stage"
cp -R "$app" "$stage/"
ln -s /Applications "$stage/Applications"
hdiutil create -volname "Backdesk $version" -srcfolder "$stage" -fs APFS -format ULMO "$image"

if [ -n "${BACKDESK_NOTARY_PROFILE:-}" ]; then
    xcrun notarytool submit "$image" --keychain-profile "$BACKDESK_NOTARY_PROFILE" --wait
    xcrun stapler staple "$image"
fi
echo "$image"
