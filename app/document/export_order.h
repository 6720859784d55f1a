#pragma once

#include <expected>
#include <span>
#include <string>
#include <string_view>

#include "app/document/background.h"
#include "app/document/session.h"
#include "core/setting/setting.h"

namespace thalweg {

// What can be made of a session and taken elsewhere. Dialog and command line read names, ranges and help from the same
// describe() of each struct, and a kind of file is added by a row of export_kinds() and, if it has options, a struct.

namespace exported {
constexpr std::string_view sides = "sides of the picture";
constexpr Setting view{.name = "view", .help = "the views shown", .choices = "both|surface|contour"};
constexpr Setting theme{.name = "theme", .help = "of the picture", .choices = "as_shown|dark|light"};
constexpr Setting width{.name = "width", .help = sides, .minimum = 16, .maximum = 16384, .strict = true, .unit = "px"};
constexpr Setting height{
    .name = "height", .help = sides, .minimum = 16, .maximum = 16384, .strict = true, .unit = "px"};
constexpr Setting scale{.name = "scale",
                        .help = "size of type and lines; 1 is a common screen's",
                        .minimum = 0.25,
                        .maximum = 8,
                        .scale = Scale::logarithmic,
                        .strict = true};
/// Millimetres of a side, and points of the type, of whatever goes on paper.
constexpr Setting width_mm{
    .name = "width_mm", .help = sides, .minimum = 10, .maximum = 1500, .strict = true, .unit = "mm"};
constexpr Setting height_mm{
    .name = "height_mm", .help = sides, .minimum = 10, .maximum = 1500, .strict = true, .unit = "mm"};
constexpr Setting type{.name = "type",
                       .help = "size of the axes' numbers in points, as of the text around the figure",
                       .minimum = 4,
                       .maximum = 40,
                       .scale = Scale::logarithmic,
                       .strict = true,
                       .unit = "pt"};
}  // namespace exported

enum class SizeUnit { pixels, millimetres };

/// How large a picture is, and the type on it: in pixels for screens, or in millimetres and points for paper.
struct PictureMeasure {
    SizeUnit unit = SizeUnit::pixels;
    int width = 1920, height = 1080;  ///< pixels
    double scale = 1.5;
    double width_mm = 160, height_mm = 90;
    double dpi = 300, type = 9;

    void describe(auto&& visit) {
        visit(unit, {.name = "unit", .help = "in which the size is said", .choices = "pixels|millimetres"});
        visit(width, exported::width);
        visit(height, exported::height);
        visit(scale, exported::scale);
        visit(width_mm, exported::width_mm);
        visit(height_mm, exported::height_mm);
        visit(dpi, {.name = "dpi",
                    .help = "pixels per inch; print wants 300",
                    .minimum = 50,
                    .maximum = 1200,
                    .scale = Scale::logarithmic,
                    .strict = true});
        visit(type, exported::type);
    }
    bool operator==(const PictureMeasure&) const = default;
};

/// The same in pixels; scale: pixels per design pixel.
struct PixelMeasure {
    int width = 1, height = 1;
    float scale = 1.0F;
};

/// The error is one sentence, when more millimetres at that many dots an inch are asked for than a picture can have
/// pixels.
std::expected<PixelMeasure, std::string> in_pixels(const PictureMeasure& measure);

enum class ExportTheme { as_shown, dark, light };

struct PictureOptions {
    ViewLayout view = ViewLayout::both;
    PictureMeasure measure = {};
    Background background = Background::shaded;
    ExportTheme theme = ExportTheme::as_shown;

    void describe(auto&& visit) {
        visit(view, exported::view);
        measure.describe(visit);
        visit(background, {.name = "background",
                           .help = "what lies behind everything: shaded as on the screen, one colour, or nothing",
                           .choices = "shaded|plain|transparent"});
        visit(theme, exported::theme);
    }
    bool operator==(const PictureOptions&) const = default;
};

enum class FilmFormat { mp4, gif, webp, frames };

/// How a run becomes a film, from its start to the step that is shown.
struct FilmOptions {
    FilmFormat format = FilmFormat::mp4;
    ViewLayout view = ViewLayout::both;
    int width = 1280, height = 720;  ///< pixels
    double scale = 1, seconds = 8, hold = 1.5;
    int fps = 30;
    ExportTheme theme = ExportTheme::as_shown;

    void describe(auto&& visit) {
        visit(format, {.name = "format",
                       .help = "a film for players, one for pages and slides, or a folder of PNG files",
                       .choices = "mp4|gif|webp|frames"});
        visit(view, exported::view);
        visit(width, exported::width);
        visit(height, exported::height);
        visit(scale, exported::scale);
        visit(seconds, {.name = "seconds",
                        .help = "how long the run takes",
                        .minimum = 0.1,
                        .maximum = 600,
                        .scale = Scale::logarithmic,
                        .strict = true,
                        .unit = "s"});
        visit(hold, {.name = "hold", .help = "how long its end stays", .maximum = 60, .strict = true, .unit = "s"});
        visit(fps, {.name = "fps", .help = "frames a second", .minimum = 1, .maximum = 60, .strict = true});
        visit(theme, exported::theme);
    }
    bool operator==(const FilmOptions&) const = default;
};

enum class FigureFormat { pdf, svg };
enum class FigureGround { bands, lines };

/// The contour map in vectors, for theses and slides.
struct FigureOptions {
    FigureFormat format = FigureFormat::pdf;
    double width_mm = 140, height_mm = 120;
    double type = 9;
    FigureGround ground = FigureGround::bands;
    bool legend = true;
    bool transparent = true;
    ExportTheme theme = ExportTheme::light;

    void describe(auto&& visit) {
        visit(format, {.name = "format", .help = "the kind of file", .choices = "pdf|svg"});
        visit(width_mm, exported::width_mm);
        visit(height_mm, exported::height_mm);
        visit(type, exported::type);
        visit(ground, {.name = "ground",
                       .help = "colours between the level lines, or coloured lines on paper",
                       .choices = "bands|lines"});
        visit(legend, {.name = "legend", .help = "the optimizers' names below the map"});
        visit(transparent, {.name = "transparent", .help = "without a ground of its own"});
        visit(theme, exported::theme);
    }
    bool operator==(const FigureOptions&) const = default;
};

enum class TableContent { trajectories, surface, stationary };
enum class TableFormat { csv, npz };

/// The scene in numbers, for other programs.
struct TableOptions {
    TableContent content = TableContent::trajectories;
    TableFormat format = TableFormat::csv;
    int columns = 256, rows = 256;  ///< nodes of the surface's grid

    static constexpr int most_nodes = 4096;  ///< along an axis

    void describe(auto&& visit) {
        visit(content, {.name = "content",
                        .help = "every step of every run, f and its gradient on a grid, or the stationary points",
                        .choices = "trajectories|surface|stationary"});
        visit(format, {.name = "format", .help = "text, or arrays for numpy", .choices = "csv|npz"});
        visit(columns, {.name = "columns",
                        .help = "nodes of the grid along x",
                        .minimum = 2,
                        .maximum = most_nodes,
                        .scale = Scale::logarithmic,
                        .strict = true});
        visit(rows, {.name = "rows",
                     .help = "nodes of the grid along y",
                     .minimum = 2,
                     .maximum = most_nodes,
                     .scale = Scale::logarithmic,
                     .strict = true});
    }
    bool operator==(const TableOptions&) const = default;
};

/// A script that draws with matplotlib.
struct MatplotlibOptions {
    ViewLayout view = ViewLayout::contour;

    void describe(auto&& visit) { visit(view, exported::view); }
    bool operator==(const MatplotlibOptions&) const = default;
};

enum class ExportKind { picture, film, figure, table, pytorch, matplotlib };

/// A kind of file as the dialog lists it.
struct ExportKindRow {
    ExportKind kind;
    std::string_view name;
    std::string_view note;    ///< what it is good for, in a few words
    std::string_view folder;  ///< user_folder() that it is proposed for
};
std::span<const ExportKindRow> export_kinds();

/// What is to be made, with the options of every kind as they were chosen last.
struct ExportOrder {
    ExportKind kind = ExportKind::picture;
    PictureOptions picture = {};
    FilmOptions film = {};
    FigureOptions figure = {};
    TableOptions table = {};
    MatplotlibOptions matplotlib = {};

    /// Visits the options of the chosen kind.
    void describe(auto&& visit) {
        switch (kind) {
            case ExportKind::picture:
                return picture.describe(visit);
            case ExportKind::film:
                return film.describe(visit);
            case ExportKind::figure:
                return figure.describe(visit);
            case ExportKind::table:
                return table.describe(visit);
            case ExportKind::matplotlib:
                return matplotlib.describe(visit);
            case ExportKind::pytorch:
                return;
        }
    }
    bool operator==(const ExportOrder&) const = default;
};

/// What the file's theme shall be; that of the session where there is no choice.
ExportTheme theme_of(const ExportOrder& order);

/// Without the dot: "png"; empty for a folder.
std::string_view extension_of(const ExportOrder& order);

/// The session as it is drawn for a file: in that theme, without the enlargements that suit a room.
Session drawn_for_file(Session session, ExportTheme theme);

}  // namespace thalweg
