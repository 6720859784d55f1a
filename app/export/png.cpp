#include "app/export/png.h"

#include <fmt/format.h>
#include <png.h>

#include <csetjmp>
#include <cstring>

namespace thalweg {
namespace {

void append(png_structp png, png_bytep bytes, std::size_t count) {
    auto& file = *static_cast<std::vector<std::byte>*>(png_get_io_ptr(png));
    const auto* begin = reinterpret_cast<const std::byte*>(bytes);
    file.insert(file.end(), begin, begin + count);
}

void set_texts(png_structp png, png_infop info, std::span<const PngText> texts) {
    for (const PngText& text : texts) {
        png_text chunk{};
        chunk.compression = PNG_ITXT_COMPRESSION_zTXt;
        chunk.key = const_cast<png_charp>(text.keyword.c_str());
        chunk.text = const_cast<png_charp>(text.text.c_str());
        chunk.itxt_length = text.text.size();
        png_set_text(png, info, &chunk, 1);
    }
}

}  // namespace

std::expected<std::vector<std::byte>, std::string> encode_png(const Picture& picture, std::span<const PngText> texts) {
    std::vector<std::byte> file;
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png != nullptr ? png_create_info_struct(png) : nullptr;
    // libpng reports errors by jumping here; nothing with a destructor is made between here and the end.
    if (info == nullptr || setjmp(png_jmpbuf(png)) != 0) {
        png_destroy_write_struct(&png, &info);
        return std::unexpected(
            fmt::format("a PNG file of {} × {} pixels could not be made", picture.width, picture.height));
    }
    png_set_write_fn(png, &file, append, nullptr);
    png_set_IHDR(png, info, static_cast<png_uint_32>(picture.width), static_cast<png_uint_32>(picture.height), 8,
                 PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_sRGB_gAMA_and_cHRM(png, info, PNG_sRGB_INTENT_PERCEPTUAL);
    set_texts(png, info, texts);
    png_write_info(png, info);
    for (int row = 0; row < picture.height; ++row)
        png_write_row(png, picture.rgb.data() + std::size_t{3} * static_cast<std::size_t>(picture.width) *
                                                    static_cast<std::size_t>(row));
    png_write_end(png, info);
    png_destroy_write_struct(&png, &info);
    return file;
}

std::expected<Picture, std::string> read_png(const std::filesystem::path& file) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    Picture picture;
    if (png_image_begin_read_from_file(&image, file.c_str()) != 0) {
        image.format = PNG_FORMAT_RGB;
        picture.width = static_cast<int>(image.width);
        picture.height = static_cast<int>(image.height);
        picture.rgb.resize(PNG_IMAGE_SIZE(image));
        constexpr png_color black{};
        if (png_image_finish_read(&image, &black, picture.rgb.data(), 0, nullptr) != 0) return picture;
    }
    return std::unexpected(fmt::format("{}: {}", file.string(), image.message));
}

}  // namespace thalweg
