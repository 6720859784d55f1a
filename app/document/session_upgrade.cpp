#include "app/document/session_upgrade.h"

#include <array>
#include <string_view>
#include <utility>

namespace thalweg {
namespace {

void rename(toml::table& table, std::string_view from, std::string_view to) {
    const auto found = table.find(from);
    if (found == table.end()) return;
    table.insert_or_assign(toml::key(to, found->first.source()), std::move(found->second));
    table.erase(from);
}

/// The table of the open lens was called by another name than in the window and on the command line.
void call_the_lens_by_its_name(toml::table& session) {
    rename(session, "study", "lens");
    if (toml::table* lens = session["lens"].as_table()) {
        rename(*lens, "lens", "kind");
        rename(*lens, "dx", "arm_x");
        rename(*lens, "dy", "arm_y");
    }
}

using Upgrade = void (*)(toml::table& session);

/// The first makes version 2 of version 1, and so on. Steps that were released stay as they are for ever.
constexpr std::array<Upgrade, 1> upgrades = {
    call_the_lens_by_its_name,
};

}  // namespace

int session_version() {
    return static_cast<int>(upgrades.size()) + 1;
}

void upgrade_session(toml::table& session, std::int64_t version) {
    for (auto step = static_cast<std::size_t>(version) - 1; step < upgrades.size(); ++step) upgrades[step](session);
}

}  // namespace thalweg
