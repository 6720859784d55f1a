#include "app/studio/exporter.h"

#include <cstdlib>
#include <utility>

#include "app/document/session_file.h"
#include "app/export/command.h"
#include "app/export/user_folders.h"

namespace thalweg {
namespace {

namespace fs = std::filesystem;

fs::path proposed_file(const ExportOrder& order) {
    for (const ExportKindRow& row : export_kinds())
        if (row.kind == order.kind) return new_file_name(user_folder(row.folder), extension_of(order));
    return {};
}

/// A complaint as the program prints it, without its name before it.
std::string sentence_of(std::string complaint) {
    while (complaint.ends_with('\n')) complaint.pop_back();
    constexpr std::string_view name = "thalweg: ";
    if (const std::size_t last = complaint.rfind('\n'); last != std::string::npos) complaint.erase(0, last + 1);
    if (complaint.starts_with(name)) complaint.erase(0, name.size());
    return complaint.empty() ? "the work ended before its time" : complaint;
}

}  // namespace

void Exporter::begin(ExportDialog& dialog, const Session& session, bool curve) {
    if (work_) return;
    // The program tells by its ending what a file is to be.
    fs::path file = dialog.file;
    const std::string ending(extension_of(dialog.order));
    if (!ending.empty() && file.extension() != '.' + ending) file += '.' + ending;
    file = unused_name(file);
    std::vector<std::string> arguments = order_arguments(dialog.order, curve);
    if (arguments.front() != "export") arguments.emplace_back("--progress");
    arguments.insert(arguments.end(), {"--session", "-", "-o", file.string()});
    auto process =
        ChildProcess::start(program_.string(), arguments, to_toml(drawn_for_file(session, theme_of(dialog.order))));
    if (!process) {
        ended_ = std::unexpected(process.error());
        return;
    }
    work_.emplace(*std::move(process), file);
    dialog.progress = 0.0;
}

void Exporter::stop() {
    if (work_) work_->process.stop();
}

bool Exporter::news() {
    if (!work_) return ended_.has_value();
    const std::vector<std::string> lines = work_->process.lines();
    if (!lines.empty()) work_->progress = std::strtod(lines.back().c_str(), nullptr);
    const auto end = work_->process.ended();
    if (end) {
        ended_ = end->well ? Written(work_->file) : std::unexpected(sentence_of(end->complaint));
        work_.reset();
    }
    return end || !lines.empty();
}

std::optional<Written> Exporter::go_on(ExportDialog& dialog) {
    news();
    dialog.progress = work_ ? std::optional(work_->progress) : std::nullopt;
    propose_name(dialog, ended_.has_value());
    return std::exchange(ended_, std::nullopt);
}

void Exporter::propose_name(ExportDialog& dialog, bool another) {
    const bool other_ending = extension_of(dialog.order) != extension_of(proposed_for_);
    if (dialog.open && (dialog.file.empty() || other_ending || another)) {
        if (!dialog.file_is_own)
            dialog.file = proposed_file(dialog.order);
        else if (other_ending)
            dialog.file = fs::path(dialog.file).replace_extension(extension_of(dialog.order)).string();
    }
    proposed_for_ = dialog.order;
}

}  // namespace thalweg
