@echo off
rem ConcertMaster from the repository on Windows: finds a JDK 25, builds what is missing, starts.
setlocal EnableDelayedExpansion
set "ROOT=%~dp0"
set "APP=%ROOT%designer-app\target\app"
set "JDK="

call :check "%JAVA_HOME%"
if not defined JDK for /f "delims=" %%j in ('where javac 2^>nul') do if not defined JDK call :check "%%~dpj.."
if not defined JDK for /d %%d in ("%ProgramFiles%\Eclipse Adoptium\jdk-25*" "%ProgramFiles%\Java\jdk-25*" "%ProgramFiles%\Microsoft\jdk-25*" "%ProgramFiles%\Zulu\zulu-25*" "%USERPROFILE%\.jdks\*25*") do if not defined JDK call :check "%%~d"
if not defined JDK (
  echo concertmaster: no JDK 25 found in JAVA_HOME, on the PATH or in the usual places: install one ^(Temurin 25, for example: https://adoptium.net^) or set JAVA_HOME to it 1>&2
  exit /b 2
)

set "STALE="
if not exist "%APP%\built" set "STALE=1"
if not defined STALE powershell -NoProfile -Command "$built = (Get-Item '%APP%\built').LastWriteTime; if (Get-ChildItem -Path '%ROOT%' -Recurse -File | Where-Object { $_.FullName -match '\\src\\main\\|pom\.xml$' -and $_.FullName -notmatch '\\target\\' -and $_.LastWriteTime -gt $built } | Select-Object -First 1) { exit 1 }" || set "STALE=1"
if defined STALE (
  echo concertmaster: building, a minute or two ... 1>&2
  if not exist "%ROOT%target" mkdir "%ROOT%target"
  pushd "%ROOT%"
  call mvn -B -Dmaven.test.skip=true -pl designer-app -am package > target\build.log 2>&1
  if errorlevel 1 (
    popd
    echo concertmaster: the build failed; the whole of it is in target\build.log 1>&2
    exit /b 2
  )
  popd
  type nul > "%APP%\built"
)

if not defined CONCERTMASTER_HEAP set "CONCERTMASTER_HEAP=384m"
"%JDK%\bin\java" "@%ROOT%dev\java.options" -Xmx%CONCERTMASTER_HEAP% --enable-native-access=javafx.graphics,ALL-UNNAMED "-Dconcertmaster.examples=%ROOT%docs\examples" "-Dconcertmaster.script=%APP%\script" %CONCERTMASTER_JAVA_OPTS% --module-path "%APP%\javafx" --add-modules javafx.controls,javafx.swing -cp "%APP%\lib\*" io.concertmaster.cli.ConcertMaster %*
exit /b %ERRORLEVEL%

:check
if "%~1"=="" exit /b
if not exist "%~1\release" exit /b
findstr /r /c:"JAVA_VERSION=.25[.\"]" "%~1\release" >nul && set "JDK=%~1"
exit /b
