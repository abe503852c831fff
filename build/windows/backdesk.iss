; Inno Setup 6: the installer of Windows, for one user, without administrator's rights.
; ISCC /DVersion=0.1.0 build\windows\backdesk.iss   (python build/make.py installer does it)

#ifndef Version
  #error The version is missing: /DVersion=...
#endif
#define Name "Backdesk"
#define Program "backdesk.exe"

[Setup]
AppId={{6E0B8F7C-54B4-4C0C-9E0B-2C7D3A5F1E94}
AppName={#Name}
AppVersion={#Version}
AppVerName={#Name} {#Version}
AppPublisher=the Backdesk project
VersionInfoVersion={#Version}
DefaultDirName={localappdata}\Programs\{#Name}
DefaultGroupName={#Name}
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
MinVersion=10.0.17763
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
LicenseFile=..\..\LICENSE
SetupIconFile=..\..\.work\icons\backdesk.ico
UninstallDisplayIcon={app}\{#Program}
OutputDir=..\..\dist
OutputBaseFilename={#Name}-{#Version}-setup
Compression=lzma2/max
SolidCompression=yes
WizardStyle=modern
CloseApplications=yes
RestartApplications=no
#ifdef Signed
SignTool=owner
SignedUninstaller=yes
#endif

[Languages]
Name: "en"; MessagesFile: "compiler:Default.isl"
Name: "fi"; MessagesFile: "compiler:Languages\Finnish.isl"
Name: "de"; MessagesFile: "compiler:Languages\German.isl"
Name: "sv"; MessagesFile: "compiler:Languages\Swedish.isl"

[Tasks]
Name: "desktopicon"; Description: "{cm:CreateDesktopIcon}"; Flags: unchecked

[InstallDelete]
; An older version's libraries must not stay beside the new ones.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "..\..\dist\backdesk\*"; DestDir: "{app}"; Excludes: "\backdesk*.exe"; Flags: recursesubdirs ignoreversion
#ifdef Signed
Source: "..\..\dist\backdesk\backdesk*.exe"; DestDir: "{app}"; Flags: ignoreversion signonce
#else
Source: "..\..\dist\backdesk\backdesk*.exe"; DestDir: "{app}"; Flags: ignoreversion
#endif

[Icons]
Name: "{group}\{#Name}"; Filename: "{app}\{#Program}"
Name: "{userdesktop}\{#Name}"; Filename: "{app}\{#Program}"; Tasks: desktopicon

[Run]
Filename: "{app}\{#Program}"; Description: "{cm:LaunchProgram,{#Name}}"; Flags: nowait postinstall skipifsilent
