package dev.orrery.app.action;

/// What is done by the window itself and leaves the session as it is.
public enum WindowCommand {
    OPEN_FILE,
    OPEN_FOLDER,
    QUIT,
    FIND,
    FILTER,
    FIT,
    OUT,
    ZOOM_IN,
    ZOOM_OUT,
    ZOOM_ACTUAL,
    TOGGLE_OUTLINE,
    TOGGLE_INSPECTOR,
    TOGGLE_PROBLEMS,
    ACKNOWLEDGE,
    MAINTENANCE,
    TOGGLE_MINIMAP,
    TOGGLE_LEGEND,
    NEXT_THEME,
    ENVIRONMENT,
    ASK_LEAVE,
    PREFERENCES,
    SECRETS,
    LOG,
    ABOUT,
    SHORTCUTS
}
