#include "app/cli/numbers.h"

#include <fmt/format.h>

#include <charconv>
#include <cmath>

#include "core/setting/trimmed.h"

namespace thalweg {
namespace {

template <class Number>
bool read(std::string_view text, Number& number) {
    if (text.size() > 1 && text[0] == '+' && text[1] != '-') text.remove_prefix(1);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size();
}

}  // namespace

std::expected<std::vector<double>, std::string> parse_numbers(std::string_view text, std::string_view option) {
    std::vector<double> numbers;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        const std::string_view word = trimmed(text.substr(begin, end - begin));
        double number = 0.0;
        if (!read(word, number) || !std::isfinite(number))
            return std::unexpected(
                fmt::format("{} \"{}\": \"{}\" is not a finite number; write numbers split by commas, such as 1,-2.5",
                            option, text, word));
        numbers.push_back(number);
        begin = end + 1;
    }
    return numbers;
}

std::expected<PictureSize, std::string> parse_size(std::string_view text, const SizeLimits& limits) {
    PictureSize size;
    const std::size_t cross = text.find('x');
    if (cross == std::string_view::npos || !read(text.substr(0, cross), size.width) ||
        !read(text.substr(cross + 1), size.height) || size.width < 1 || size.height < 1)
        return std::unexpected(
            fmt::format("--size \"{}\" is not a picture's size; write WIDTHxHEIGHT in pixels, such as 1280x720", text));
    if (size.width > limits.side || size.height > limits.side || size.width > limits.total / size.height)
        return std::unexpected(
            fmt::format("--size {} is too large; a side has at most {} pixels and a picture {} million", text,
                        limits.side, limits.total / 1'000'000));
    return size;
}

std::expected<int, std::string> parse_count(std::string_view text, std::string_view option, std::string_view what,
                                            int least, int most) {
    int count = 0;
    if (!read(text, count) || count < least || count > most)
        return std::unexpected(
            fmt::format("{} \"{}\" is not {}; write a whole number from {} to {}", option, text, what, least, most));
    return count;
}

std::expected<int, std::string> parse_steps(std::string_view text, std::string_view option) {
    return parse_count(text, option, "a number of steps", 0, longest_run);
}

}  // namespace thalweg
