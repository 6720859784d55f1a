#include "core/optimizer/optimizer.h"
#include "core/setting/settings_text.h"

namespace thalweg {
namespace {

template <class Methods>
struct EveryMethod;
template <class... M>
struct EveryMethod<std::variant<M...>> {
    static std::vector<Method> at_defaults() { return {Method(M{})...}; }
};

std::vector<Method> every_method() {
    return EveryMethod<Method>::at_defaults();
}

std::vector<Field> fields_of(Method& method) {
    return std::visit([](auto& settings) { return fields(settings); }, method);
}

}  // namespace

std::vector<std::string_view> optimizer_names() {
    std::vector<std::string_view> names;
    for (const Method& method : every_method()) names.push_back(name(Optimizer{method}));
    return names;
}

std::string problem(const Optimizer& optimizer) {
    Method method = optimizer.method;
    if (std::string limits = limits_problem(fields_of(method)); !limits.empty()) return limits;
    return std::visit(
        [](const auto& settings) -> std::string {
            if constexpr (requires { settings.conflict(); }) return settings.conflict();
            return {};
        },
        method);
}

std::expected<Optimizer, std::string> parse_optimizer(std::string_view text) {
    std::vector<std::string_view> assignments = words(text);
    if (assignments.empty()) return std::unexpected("an optimizer begins with its name: " + listed(optimizer_names()));
    const std::string_view wanted = assignments.front();
    assignments.erase(assignments.begin());

    for (const Method& method : every_method()) {
        Optimizer optimizer{method};
        if (name(optimizer) != wanted) continue;
        if (auto read = read_settings(assignments, fields_of(optimizer.method), wanted); !read) {
            return std::unexpected(read.error());
        }
        if (std::string wrong = problem(optimizer); !wrong.empty()) return std::unexpected(wrong);
        return optimizer;
    }
    return std::unexpected("unknown optimizer \"" + std::string(wanted) + "\"; there are " + listed(optimizer_names()));
}

std::string to_text(const Optimizer& optimizer) {
    Method method = optimizer.method;
    Method defaults = std::visit([]<class M>(const M&) -> Method { return M{}; }, method);
    const std::vector<Field> now = fields_of(method), usual = fields_of(defaults);
    std::string text(name(optimizer));
    for (std::size_t i = 0; i < now.size(); ++i) {
        const std::string value = value_text(now[i]);
        if (now[i].setting.name == "lr" || value != value_text(usual[i])) {
            text += ' ';
            text += now[i].setting.name;
            text += '=' + value;
        }
    }
    return text;
}

}  // namespace thalweg
