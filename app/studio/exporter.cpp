#include "app/studio/exporter.h"

#include <utility>

#include "app/document/write_file.h"
#include "app/export/picture.h"
#include "app/export/pytorch_script.h"
#include "app/export/scene_numbers.h"
#include "app/export/user_folders.h"
#include "app/figure/map_figure.h"
#include "app/scene/curve.h"

namespace thalweg {
namespace {

namespace fs = std::filesystem;

fs::path proposed_file(const ExportOrder& order) {
    for (const ExportKindRow& row : export_kinds())
        if (row.kind == order.kind) return new_file_name(user_folder(row.folder), extension_of(order));
    return {};
}

std::string save_picture(const PictureOptions& options, const Session& session, Scene& scene, Stage& stage,
                         const fs::path& file) {
    const auto measure = in_pixels(options.measure);
    if (!measure) return measure.error();
    const auto [width, height, scale] = *measure;
    const Session drawn = drawn_for_file(session, options.theme);
    const ViewLayout view = is_curve(scene.landscape()) ? ViewLayout::both : options.view;
    const auto picture =
        paint_picture(width, height, [&] { stage.draw_views(drawn, scene, view, width, height, scale); });
    return picture ? write_picture(*picture, session, file) : picture.error();
}

std::string save_figure(const FigureOptions& options, const Session& session, const fs::path& file) {
    // A scene of its own: the sheet's samples are not the window's.
    Scene scene;
    const auto bytes = map_figure(session, scene, options);
    return bytes ? write_file(file, *bytes) : bytes.error();
}

std::string save_content(const std::expected<std::string, std::string>& content, const fs::path& file) {
    return content ? write_file(file, *content) : content.error();
}

std::string make(const ExportOrder& order, const Session& session, Scene& scene, Stage& stage, const fs::path& file) {
    switch (order.kind) {
        case ExportKind::picture:
            return save_picture(order.picture, session, scene, stage, file);
        case ExportKind::figure:
            return save_figure(order.figure, session, file);
        case ExportKind::table:
            return save_content(table_file(session, order.table), file);
        case ExportKind::pytorch:
            return save_content(pytorch_script(session), file);
    }
    return {};
}

}  // namespace

void Exporter::begin(ExportDialog& dialog, const Session& session, Scene& scene, Stage& stage) {
    const fs::path file = unused_name(dialog.file);
    const std::string error = make(dialog.order, session, scene, stage, file);
    if (error.empty())
        ended_ = Written(file);
    else
        ended_ = std::unexpected(error);
}

void Exporter::stop(ExportDialog& dialog) {
    dialog.progress.reset();
}

std::optional<Written> Exporter::go_on(ExportDialog& dialog) {
    const bool other_ending = extension_of(dialog.order) != extension_of(proposed_for_);
    if (dialog.open && (dialog.file.empty() || other_ending || ended_)) {
        if (!dialog.file_is_own)
            dialog.file = proposed_file(dialog.order);
        else if (other_ending)
            dialog.file = fs::path(dialog.file).replace_extension(extension_of(dialog.order)).string();
    }
    proposed_for_ = dialog.order;
    return std::exchange(ended_, std::nullopt);
}

}  // namespace thalweg
