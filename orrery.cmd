@echo off
rem Starts Orrery from its sources: finds a JDK 25, builds once where that is needed, and hands over.
rem
rem   orrery demo            see `orrery --help` for the commands
rem   orrery --java-home     only prints the JDK 25 that was found
rem
rem The JDK is looked for in ORRERY_JAVA_HOME, JAVA_HOME, beside the java on the PATH, and in the usual places. It is
rem known by its release file; no java is started to ask. Exit code 3 where something is missing or the build fails.
setlocal EnableExtensions DisableDelayedExpansion
set "root=%~dp0"
if "%root:~-1%"=="\" set "root=%root:~0,-1%"
set "stamp=%root%\app\target\orrery-built"
set "jdk="

if defined ORRERY_JAVA_HOME (
    call :try "%ORRERY_JAVA_HOME%"
    goto :given
)
if defined JAVA_HOME call :try "%JAVA_HOME%"
if defined jdk goto :found
for /f "delims=" %%j in ('where java 2^>nul') do if not defined jdk call :try "%%~dpj.."
for %%p in (
    "%ProgramFiles%\Eclipse Adoptium"
    "%ProgramFiles%\Java"
    "%ProgramFiles%\Microsoft"
    "%ProgramFiles%\Amazon Corretto"
    "%ProgramFiles%\Zulu"
    "%ProgramFiles%\BellSoft"
    "%ProgramFiles%\OpenJDK"
    "%LocalAppData%\Programs\Eclipse Adoptium"
    "%UserProfile%\.jdks"
    "%UserProfile%\scoop\apps"
) do if not defined jdk for /d %%d in ("%%~p\*") do if not defined jdk call :try "%%~d"
if defined jdk goto :found
echo orrery: no JDK 25 was found; install one (for instance from https://adoptium.net) or set JAVA_HOME to it. 1>&2
exit /b 3

:given
if defined jdk goto :found
echo orrery: ORRERY_JAVA_HOME is no JDK 25: %ORRERY_JAVA_HOME% 1>&2
exit /b 3

:found
if "%~1"=="--java-home" (
    echo %jdk%
    exit /b 0
)
if not exist "%stamp%" goto :build
if not exist "%root%\app\target\lib" goto :build
rem The newest source against the stamp; the exit code is 1 where a source is newer.
powershell -NoProfile -Command "$b=(Get-Item -LiteralPath $env:stamp).LastWriteTimeUtc; foreach($f in @($env:root+'\pom.xml')+@('model','app','samples'|%%{$env:root+'\'+$_})){if(Get-ChildItem -LiteralPath $f -Recurse -File -ErrorAction SilentlyContinue|?{$_.FullName -notmatch '\\(target|test)\\' -and $_.LastWriteTimeUtc -gt $b -and $_.Extension -ne '.md' -and $_.Name -notlike '*.workspace.yaml'}|Select-Object -First 1){exit 1}}; exit 0" 2>nul
if errorlevel 1 goto :build
goto :start

:build
set "mvn="
for /f "delims=" %%m in ('where mvn.cmd 2^>nul') do if not defined mvn set "mvn=%%m"
if not defined mvn if defined MAVEN_HOME if exist "%MAVEN_HOME%\bin\mvn.cmd" set "mvn=%MAVEN_HOME%\bin\mvn.cmd"
if not defined mvn (
    echo orrery: Maven 3.8.7 or newer is needed for the first build; install it, so that 'mvn' is found. 1>&2
    exit /b 3
)
if not exist "%root%\target" mkdir "%root%\target"
echo Building Orrery (the first time takes some minutes while libraries are fetched)... 1>&2
type nul > "%root%\target\orrery-build.start"
if exist "%root%\app\target\lib" rmdir /s /q "%root%\app\target\lib"
del /q "%root%\app\target\*.jar" 2>nul
set "JAVA_HOME=%jdk%"
pushd "%root%"
call "%mvn%" -B -ntp -Dmaven.test.skip=true package > "%root%\target\orrery-build.log" 2>&1
set "result=%errorlevel%"
popd
if not "%result%"=="0" (
    findstr /b /c:"[ERROR]" "%root%\target\orrery-build.log" 1>&2
    echo orrery: the build failed; all that Maven said is in %root%\target\orrery-build.log 1>&2
    exit /b 3
)
move /y "%root%\target\orrery-build.start" "%stamp%" >nul

:start
set "jar="
for %%j in ("%root%\app\target\orrery-app-*.jar") do set "jar=%%j"
set "lib=%root%\app\target\lib"
set "common=--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
set "modules="
for %%c in (show check probe simulate --help -h help --version -V) do if "%~1"=="%%c" goto :plain
for %%m in ("%lib%\javafx-*-win*.jar") do call :add "%%m"
"%jdk%\bin\java" %common% --enable-native-access=javafx.graphics --module-path "%modules%" --add-modules javafx.controls "-Dorrery.samples=%root%\samples" -cp "%jar%;%lib%\*" dev.orrery.app.Main %*
exit /b %errorlevel%

:plain
"%jdk%\bin\java" %common% "-Dorrery.samples=%root%\samples" -cp "%jar%;%lib%\*" dev.orrery.app.Main %*
exit /b %errorlevel%

:add
set "modules=%modules%%~1;"
exit /b 0

:try
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
findstr /r /c:"^JAVA_VERSION=\"25[.\"+-]" "%~1\release" >nul 2>nul && for %%h in ("%~1") do set "jdk=%%~fh"
exit /b 0
