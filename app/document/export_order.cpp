#include "app/document/export_order.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace thalweg {
namespace {

constexpr std::array rows{
    ExportKindRow{ExportKind::picture, "Picture", "PNG, at any size", "PICTURES"},
    ExportKindRow{ExportKind::film, "Film", "MP4, GIF, WebP or frames", "VIDEOS"},
    ExportKindRow{ExportKind::figure, "Vector map", "PDF or SVG, for print", "DOCUMENTS"},
    ExportKindRow{ExportKind::table, "Numbers", "CSV, or arrays for numpy", "DOCUMENTS"},
    ExportKindRow{ExportKind::pytorch, "PyTorch script", "takes the same steps", "DOCUMENTS"},
    ExportKindRow{ExportKind::matplotlib, "matplotlib script", "draws the same figure", "DOCUMENTS"},
};

constexpr double largest_side = 16384;
/// The axes' numbers have so many design pixels.
constexpr double tick_pixels = 12;

}  // namespace

std::span<const ExportKindRow> export_kinds() {
    return rows;
}

std::expected<PixelMeasure, std::string> in_pixels(const PictureMeasure& measure) {
    if (measure.unit == SizeUnit::pixels)
        return PixelMeasure{measure.width, measure.height, static_cast<float>(measure.scale)};
    constexpr double inch = 25.4, points_per_inch = 72;  // millimetres
    const double width = std::round(measure.width_mm / inch * measure.dpi);
    const double height = std::round(measure.height_mm / inch * measure.dpi);
    if (width > largest_side || height > largest_side)
        return std::unexpected(
            fmt::format("{} × {} mm at {} dpi are {} × {} pixels, and a side has at most {}: ask for fewer dpi",
                        measure.width_mm, measure.height_mm, measure.dpi, width, height, largest_side));
    return PixelMeasure{static_cast<int>(width), static_cast<int>(height),
                        static_cast<float>(measure.type / points_per_inch * measure.dpi / tick_pixels)};
}

ExportTheme theme_of(const ExportOrder& order) {
    switch (order.kind) {
        case ExportKind::picture:
            return order.picture.theme;
        case ExportKind::film:
            return order.film.theme;
        case ExportKind::figure:
            return order.figure.theme;
        case ExportKind::table:
        case ExportKind::pytorch:
        case ExportKind::matplotlib:
            break;
    }
    return ExportTheme::as_shown;
}

std::string_view extension_of(const ExportOrder& order) {
    switch (order.kind) {
        case ExportKind::picture:
            return "png";
        case ExportKind::figure:
            return order.figure.format == FigureFormat::svg ? "svg" : "pdf";
        case ExportKind::table:
            return order.table.format == TableFormat::csv ? "csv" : "npz";
        case ExportKind::pytorch:
        case ExportKind::matplotlib:
            return "py";
        case ExportKind::film:
            return std::array<std::string_view, 4>{"mp4", "gif", "webp", ""}.at(
                static_cast<std::size_t>(order.film.format));
    }
    return {};
}

Session drawn_for_file(Session session, ExportTheme theme) {
    session.display.projector = false;
    session.display.interface_scale = 1;
    if (theme != ExportTheme::as_shown) session.display.theme = theme == ExportTheme::dark ? Theme::dark : Theme::light;
    return session;
}

}  // namespace thalweg
