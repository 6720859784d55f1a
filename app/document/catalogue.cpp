#include "app/document/catalogue.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "app/document/read_file.h"
#include "app/document/toml_reader.h"

namespace thalweg {
namespace {

/// What a catalogue must be besides well-formed, or one sentence.
std::string complaint(const Catalogue& catalogue) {
    std::set<std::string_view> groups;
    for (const LandscapeGroup& group : catalogue.groups) groups.insert(group.id);
    std::set<std::string_view> ids;
    for (const LandscapeEntry& entry : catalogue.landscapes) {
        if (entry.id.empty()) return "a landscape has no id";
        if (!ids.insert(entry.id).second) return fmt::format("two landscapes have the id \"{}\"", entry.id);
        if (entry.formula.empty()) return fmt::format("the landscape \"{}\" has no formula", entry.id);
        if (entry.starts.empty()) return fmt::format("the landscape \"{}\" has no start", entry.id);
        if (!groups.contains(entry.group)) {
            return fmt::format("the landscape \"{}\" is in a group \"{}\" that there is not", entry.id, entry.group);
        }
    }
    return {};
}

}  // namespace

const LandscapeEntry* Catalogue::find(std::string_view id) const {
    const auto found = std::ranges::find(landscapes, id, &LandscapeEntry::id);
    return found == landscapes.end() ? nullptr : &*found;
}

std::vector<const LandscapeEntry*> Catalogue::in_group(std::string_view group) const {
    std::vector<const LandscapeEntry*> members;
    for (const LandscapeEntry& entry : landscapes) {
        if (entry.group == group) members.push_back(&entry);
    }
    return members;
}

std::expected<Catalogue, std::string> load_catalogue(const std::filesystem::path& file) {
    const auto text = read_file(file);
    if (!text) return std::unexpected(text.error());
    const auto table = parse_toml(*text, file.string());
    if (!table) return std::unexpected(table.error());

    Catalogue catalogue;
    TomlReader reader(file.string());
    reader.read_table(catalogue, *table, "");
    if (!reader.warnings().empty()) return std::unexpected(reader.warnings().front());
    if (const std::string sentence = complaint(catalogue); !sentence.empty()) {
        return std::unexpected(fmt::format("{}: {}", file.string(), sentence));
    }
    return catalogue;
}

}  // namespace thalweg
