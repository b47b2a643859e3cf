# The package for Windows: packaging\jpackage\windows.ps1, with a JDK 25 (JAVA_HOME), Maven, python and WiX. Kept ready; it has
# not been tried on Windows yet. It makes target\package\*.msi, without caches.
$ErrorActionPreference = 'Stop'
$root = (Resolve-Path "$PSScriptRoot\..\..").Path
& "$root\concertmaster.cmd" --version | Out-Null
$app = "$root\designer-app\target\app"
$out = "$root\target\package"
Remove-Item -Recurse -Force $out -ErrorAction Ignore
New-Item -ItemType Directory $out | Out-Null
function Lines($file) { Get-Content $file | ForEach-Object { ($_ -replace '#.*', '').Trim() } | Where-Object { $_ } }
$version = ((Select-String -Path "$root\pom.xml" -Pattern '^  <version>(.*)</version>').Matches[0].Groups[1].Value -replace '-SNAPSHOT', '') -replace '^0\.', '1.'
& python "$root\packaging\licences.py" $app "$env:USERPROFILE\.m2\repository" $env:JAVA_HOME "$out\licences"
Copy-Item -Recurse "$root\docs\examples" "$out\examples"
$options = @(Lines "$root\dev\java.options") + @(
  '-Xmx384m', '--enable-native-access=javafx.graphics,ALL-UNNAMED', '-Dconcertmaster.script=$APPDIR/../script',
  '-Dconcertmaster.examples=$APPDIR/../examples', '--add-modules=javafx.controls,javafx.swing')
$arguments = @('--type', 'msi', '--dest', $out, '--name', 'concertmaster', '--app-version', $version, '--vendor', 'ConcertMaster',
  '--input', "$app\lib", '--main-jar', (Get-ChildItem "$app\lib\cli-*.jar").Name, '--main-class', 'io.concertmaster.cli.ConcertMaster',
  '--win-console', '--win-menu', '--win-per-user-install',
  '--module-path', "$app\javafx", '--add-modules', ((Lines "$PSScriptRoot\modules") -join ','),
  '--jlink-options', '--strip-debug --no-man-pages --no-header-files',
  '--add-launcher', "concertmaster-designer=$PSScriptRoot\concertmaster-designer.properties",
  '--file-associations', "$PSScriptRoot\workflow.properties",
  '--app-content', "$app\script", '--app-content', "$out\examples", '--app-content', "$out\licences")
foreach ($option in $options) { $arguments += @('--java-options', $option) }
& "$env:JAVA_HOME\bin\jpackage" @arguments
