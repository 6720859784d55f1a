#include "app/scene/palette.h"

namespace thalweg {
namespace {

constexpr ThemeColors dark = {
    .background = rgb(0x14161B),
    .panel = rgb(0x1C1F27),
    .line = rgb(0x2C313C),
    .text = rgb(0xECEEF1),
    .quiet_text = rgb(0x9AA3B0),
    .accent = rgb(0x5AC8FA),
    .error = rgb(0xFF6B6B),
    .curvature_up = rgb(0x5AC8FA),
    .curvature_down = rgb(0xFF6B6B),
};

constexpr ThemeColors light = {
    .background = rgb(0xFAFAF7),
    .panel = rgb(0xFFFFFF),
    .line = rgb(0xDADDE2),
    .text = rgb(0x1A1D23),
    .quiet_text = rgb(0x5A6270),
    .accent = rgb(0x0A6EBD),
    .error = rgb(0xC62828),
    .curvature_up = rgb(0x5AC8FA),
    .curvature_down = rgb(0xFF6B6B),
};

struct OptimizerLook {
    Color color;
    Marker marker;
};

constexpr std::array<OptimizerLook, optimizer_colors> looks = {{
    {rgb(0xE69F00), Marker::disc},           // orange
    {rgb(0x56B4E9), Marker::square},         // sky
    {rgb(0x009E73), Marker::triangle_up},    // green
    {rgb(0xD55E00), Marker::diamond},        // vermilion
    {rgb(0xCC79A7), Marker::triangle_down},  // purple
    {rgb(0xF0E442), Marker::plus},           // yellow
    {rgb(0x0072B2), Marker::star},           // blue
    {rgb(0x9AA3B0), Marker::cross},          // grey
}};

const OptimizerLook& look(int index) {
    const int row = (index % optimizer_colors + optimizer_colors) % optimizer_colors;
    return looks[static_cast<std::size_t>(row)];
}

}  // namespace

const ThemeColors& theme_colors(Theme theme) {
    return theme == Theme::light ? light : dark;
}

Color optimizer_color(int index) {
    return look(index).color;
}

Marker optimizer_marker(int index) {
    return look(index).marker;
}

Marker stationary_marker(StationaryClass kind) {
    switch (kind) {
        case StationaryClass::minimum:
            return Marker::triangle_down;
        case StationaryClass::maximum:
            return Marker::triangle_up;
        case StationaryClass::saddle:
            return Marker::hourglass;
        case StationaryClass::degenerate:
        case StationaryClass::none:
            break;
    }
    return Marker::diamond;
}

}  // namespace thalweg
