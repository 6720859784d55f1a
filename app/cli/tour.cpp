#include "app/export/tour.h"

#include <fmt/format.h>

#include <filesystem>
#include <memory>

#include "app/cli/commands.h"
#include "app/cli/landscape_options.h"
#include "app/export/picture.h"

namespace thalweg {
namespace {

namespace fs = std::filesystem;

Outcome tour(const fs::path& folder) {
    const auto catalogue = load_catalogue();
    if (!catalogue) return std::unexpected(catalogue.error());
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        return std::unexpected(fmt::format("{}: the folder cannot be made: {}", folder.string(), error.message()));
    auto maker = PictureMaker::create();
    if (!maker) return std::unexpected(maker.error());
    for (const TourStop& stop : tour_stops(*catalogue)) {
        const auto picture = make_picture(stop, *maker, *catalogue);
        if (!picture) return std::unexpected(picture.error());
        const fs::path file = folder / stop.file;
        if (const std::string failure = write_picture(*picture, stop.session, file); !failure.empty())
            return std::unexpected(failure);
        if (auto printed = print(fmt::format("{}  {}\n", file.string(), stop.caption)); !printed) return printed;
    }
    return {};
}

}  // namespace

void add_tour(CLI::App& program, Action& chosen) {
    const auto folder = std::make_shared<std::string>();
    CLI::App* command = program.add_subcommand("tour", "the pictures that README.md shows");
    command->add_option("-o,--output", *folder, "the folder to put them in; made if it is not there")
        ->type_name("FOLDER")
        ->required();
    command->callback([folder, &chosen] { chosen = [folder] { return tour(*folder); }; });
}

}  // namespace thalweg
