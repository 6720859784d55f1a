#include "app/scene/loaded_grid.h"

#include <fmt/format.h>

#include <utility>

#include "core/data/file_bytes.h"
#include "core/data/grid_file.h"
#include "core/data/sha256.h"
#include "core/sampling/grid.h"

namespace thalweg {

std::expected<LoadedGrid, std::string> load_grid(const GridChoice& wanted) {
    const auto failed = [&](std::string_view why) { return std::unexpected(fmt::format("{} {}", wanted.file, why)); };
    const auto bytes = FileBytes::read(wanted.file);
    if (!bytes) return std::unexpected(bytes.error());
    const auto arrays = open_arrays(bytes->bytes());
    if (!arrays) return failed(arrays.error());
    auto grid = read_grid(**arrays, wanted.array);
    if (!grid) return failed(grid.error());

    LoadedGrid loaded;
    loaded.choice = {.file = wanted.file, .array = grid->array, .sha256 = sha256(bytes->bytes())};
    loaded.domain = {grid->x.front(), grid->x.back(), grid->y.front(), grid->y.back()};
    if (!is_valid_domain(loaded.domain)) return failed("has coordinates that lie too close together to be told apart");
    if (!wanted.sha256.empty() && wanted.sha256 != loaded.choice.sha256)
        loaded.note = fmt::format("{} has changed since it was chosen: it is shown as it is now", wanted.file);
    loaded.understood = std::move(grid->understood);
    loaded.landscape = std::make_shared<GridLandscape>(std::move(grid->x), std::move(grid->y), std::move(grid->values));
    return loaded;
}

LandscapeChoice grid_landscape_choice(const LoadedGrid& grid) {
    constexpr int enough = 128;
    const SurfaceGrid sample = sample_grid(*grid.landscape, grid.domain, enough, enough, Derivatives::without);
    return {.source = LandscapeSource::grid,
            .grid = grid.choice,
            .domain = grid.domain,
            .height_scale = choose_height_scale(sample.values)};
}

}  // namespace thalweg
