#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <memory>

#include "app/cli/commands.h"
#include "app/cli/json.h"
#include "app/cli/landscape_options.h"
#include "app/document/session.h"
#include "app/panels/slider.h"
#include "app/scene/data_sets.h"
#include "app/scene/loaded_samples.h"
#include "core/samples/generators.h"
#include "core/setting/settings_text.h"

namespace thalweg {
namespace {

struct ListOptions {
    std::string what;
    bool json = false;
};

/// One thing that can be named on the command line.
struct Row {
    std::string id, title, detail;
};

std::expected<std::vector<Row>, std::string> landscapes() {
    const auto catalogue = load_catalogue();
    if (!catalogue) return std::unexpected(catalogue.error());
    std::vector<Row> rows;
    for (const LandscapeEntry& entry : catalogue->landscapes) rows.push_back({entry.id, entry.name, entry.formula});
    return rows;
}

/// A method's keys with torch's defaults, as parse_optimizer reads them.
std::string keys(Optimizer& optimizer) {
    std::string text;
    const auto append = [&](auto& method) {
        for (const Field& field : fields(method))
            text += fmt::format("{}{}={}", text.empty() ? "" : " ", field.setting.name, value_text(field));
    };
    std::visit(append, optimizer.method);
    return text;
}

std::expected<std::vector<Row>, std::string> optimizers() {
    std::vector<Row> rows;
    for (const std::string_view method : optimizer_names()) {
        auto optimizer = parse_optimizer(method);
        if (!optimizer) return std::unexpected(optimizer.error());
        rows.push_back({std::string(method), title(*optimizer), keys(*optimizer)});
    }
    return rows;
}

std::expected<std::vector<Row>, std::string> models() {
    const auto catalogue = load_catalogue();
    if (!catalogue) return std::unexpected(catalogue.error());
    std::vector<Row> rows;
    for (const LandscapeEntry& entry : catalogue->landscapes)
        if (!entry.data.empty()) rows.push_back({entry.id, entry.name, entry.formula});
    return rows;
}

std::expected<std::vector<Row>, std::string> data_sets() {
    std::vector<Row> rows;
    const auto add = [&](const std::string& name) -> std::expected<void, std::string> {
        const auto loaded = load_samples({.set = name});
        if (!loaded) return std::unexpected(loaded.error());
        const DataSet& data = loaded->reading.data;
        std::vector<std::string> columns;
        for (const DataColumn& column : data.columns) columns.push_back(words(column));
        rows.push_back({name, spoken(name), fmt::format("{} samples of {}", data.size(), fmt::join(columns, ", "))});
        return {};
    };
    for (const std::string_view name : generator_names())
        if (const auto done = add(std::string(name)); !done) return std::unexpected(done.error());
    for (const std::string& name : data_set_names())
        if (const auto done = add(name); !done) return std::unexpected(done.error());
    return rows;
}

std::expected<std::vector<Row>, std::string> colormaps() {
    return std::vector<Row>{{"viridis", "Viridis", "dark blue to yellow, even steps of lightness"},
                            {"cividis", "Cividis", "blue to yellow, the same to the colour-blind"},
                            {"turbo", "Turbo", "a rainbow without dark bands"},
                            {"blue_to_red", "Valley to peak", "blue to red"}};
}

std::expected<std::vector<Row>, std::string> lenses() {
    std::vector<Row> rows;
    for (const LensRow& lens : lens_rows())
        rows.push_back({std::string(lens.id), std::string(lens.name), std::string(lens.hint)});
    return rows;
}

std::string as_json(std::span<const Row> rows, std::string_view detail) {
    JsonWriter json;
    json.begin_list();
    for (const Row& row : rows) {
        json.begin_object();
        json.member("id", row.id);
        json.member("name", row.title);
        json.member(detail, row.detail);
        json.end_object();
    }
    json.end_list();
    return std::move(json).text();
}

std::string as_text(std::span<const Row> rows) {
    std::size_t widest = 0;
    for (const Row& row : rows) widest = std::max(widest, row.id.size());
    std::string text;
    for (const Row& row : rows) text += fmt::format("{:{}}  {}\n", row.id, widest, row.detail);
    return text;
}

/// A list by its name on the command line, and what its third column is called in JSON.
struct Kind {
    std::string_view name, detail;
    std::expected<std::vector<Row>, std::string> (*rows)();
};
constexpr std::array kinds{Kind{"landscapes", "formula", landscapes},   Kind{"optimizers", "keys", optimizers},
                           Kind{"models", "formula", models},           Kind{"data", "description", data_sets},
                           Kind{"colormaps", "description", colormaps}, Kind{"lenses", "description", lenses}};

Outcome list(const ListOptions& options) {
    const auto kind = std::ranges::find(kinds, options.what, &Kind::name);
    if (kind == kinds.end())
        return std::unexpected(fmt::format(
            "nothing called \"{}\" to list; there are landscapes, optimizers, models, data, colormaps and lenses",
            options.what));
    const auto rows = kind->rows();
    if (!rows) return std::unexpected(rows.error());
    return print(options.json ? as_json(*rows, kind->detail) : as_text(*rows));
}

}  // namespace

void add_list(CLI::App& program, Action& chosen) {
    const auto options = std::make_shared<ListOptions>();
    CLI::App* command =
        program.add_subcommand("list", "what can be named: landscapes, optimizers, models, data, colormaps, lenses");
    command->add_option("what", options->what, "landscapes, optimizers, models, data, colormaps or lenses")->required();
    command->add_flag("--json", options->json, "as JSON");
    command->callback([options, &chosen] { chosen = [options] { return list(*options); }; });
}

}  // namespace thalweg
