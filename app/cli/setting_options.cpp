#include "app/cli/setting_options.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/document/picture_fields.h"

namespace thalweg {
namespace {

std::string help_of(const Field& field) {
    const Setting& setting = field.setting;
    std::string help(setting.help);
    if (!setting.choices.empty()) help += ": " + listed(choices(setting));
    return fmt::format("{}; {}{} if not given", help, value_text(field),
                       setting.unit.empty() ? "" : ' ' + std::string(setting.unit));
}

}  // namespace

void add_setting_options(CLI::App& command, const std::vector<Field>& fields, GivenSettings& given) {
    for (const Field& field : fields) {
        const std::string name(field.setting.name);
        command
            .add_option_function<std::string>(
                flag_of(field.setting),
                [&given, name](const std::string& value) { given.push_back(name + '=' + value); }, help_of(field))
            ->type_name(field.setting.choices.empty() ? "VALUE" : "WORD");
    }
}

std::expected<void, std::string> take_settings(const GivenSettings& given, const std::vector<Field>& into) {
    std::vector<std::string_view> fitting;
    for (const std::string& assignment : given) {
        const std::string_view name = std::string_view(assignment).substr(0, assignment.find('='));
        if (std::ranges::any_of(into, [&](const Field& field) { return field.setting.name == name; }))
            fitting.push_back(assignment);
    }
    return read_settings(fitting, into, "this");
}

std::vector<Field> only(const std::vector<Field>& fields, const std::vector<std::string_view>& names) {
    std::vector<Field> chosen;
    for (const std::string_view name : names) {
        const auto found = std::ranges::find(fields, name, [](const Field& field) { return field.setting.name; });
        if (found != fields.end()) chosen.push_back(*found);
    }
    return chosen;
}

}  // namespace thalweg
