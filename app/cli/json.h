#pragma once

#include <span>
#include <string>
#include <string_view>

namespace thalweg {

/// Writes JSON (RFC 8259), indented by two spaces; lists of plain values stay on one line. Numbers have 17 significant
/// digits, so that they read back as the same double; NaN and infinities become null.
class JsonWriter {
  public:
    void begin_object();
    void end_object();
    void begin_list();
    void end_list();
    void key(std::string_view name);

    void value(double number);
    void value(int number);
    void value(bool truth);
    void value(std::string_view text);
    void value(const char* text) { value(std::string_view(text)); }
    void value(std::span<const double> numbers);

    template <class T>
    void member(std::string_view name, const T& content) {
        key(name);
        value(content);
    }

    /// The finished text, ending in a newline.
    std::string text() &&;

  private:
    void separate();
    void raw(std::string_view token);

    std::string text_;
    int depth_ = 0;
    bool first_ = true;  ///< nothing yet in the innermost object or list
    bool after_key_ = false;
};

}  // namespace thalweg
