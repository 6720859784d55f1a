#include "app/export/script_parts.h"

#include <algorithm>
#include <stdexcept>

#include "app/document/read_file.h"
#include "app/document/resources.h"

namespace thalweg {
namespace {

constexpr std::string_view begins_part = "#: ";

std::string_view next_line(std::string_view& text) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return line;
}

bool is_control(char c) {
    return static_cast<unsigned char>(c) < ' ' || c == '\x7f';
}

}  // namespace

std::expected<ScriptParts, std::string> ScriptParts::load(std::string_view file) {
    const auto text = read_file(resource_folder() / "assets" / "scripts" / file);
    if (!text) return std::unexpected(text.error());
    ScriptParts parts;
    for (std::string_view rest = *text; !rest.empty();) {
        const std::string_view line = next_line(rest);
        if (line.starts_with(begins_part)) {
            parts.parts_.emplace_back(line.substr(begins_part.size()), "");
        } else if (!parts.parts_.empty()) {
            parts.parts_.back().second.append(line).append("\n");
        }
    }
    for (auto& [name, part] : parts.parts_) {
        while (part.ends_with("\n\n")) part.pop_back();
    }
    return parts;
}

const std::string& ScriptParts::operator[](std::string_view name) const {
    const auto found = std::ranges::find(parts_, name, [](const auto& part) { return std::string_view(part.first); });
    if (found == parts_.end()) throw std::out_of_range("assets/scripts has no part " + std::string(name));
    return found->second;
}

std::string ScriptParts::joined(const std::set<std::string>& wanted) const {
    std::string text;
    for (const std::string& name : wanted) (*this)[name];  // each is there
    for (const auto& [name, part] : parts_) {
        if (wanted.contains(name)) text += "\n\n" + part;
    }
    return text;
}

std::string lines_for(std::string_view part, const std::set<std::string>& wanted) {
    constexpr std::string_view mark = "  #? ";
    std::string text;
    while (!part.empty()) {
        const std::string_view line = next_line(part);
        const std::size_t end = line.rfind(mark);
        const bool marked = end != std::string_view::npos;
        if (!marked || wanted.contains(std::string(line.substr(end + mark.size()))))
            text.append(line.substr(0, end)).append("\n");
    }
    return text;
}

std::string python_string(std::string_view text) {
    std::string quoted = "\"";
    for (const char c : text) {
        if (is_control(c)) {
            quoted += ' ';
        } else {
            if (c == '"' || c == '\\') quoted += '\\';
            quoted += c;
        }
    }
    return quoted + '"';
}

std::string python_comment(std::string_view text) {
    std::string comment = "# ";
    for (const char c : text) comment += is_control(c) ? ' ' : c;
    return comment;
}

}  // namespace thalweg
