/// Compiles the lexicon folder into one image and notes its hash and the model's, for building both into the program.
///
///     compile_lexicon LEXICON_FOLDER MODEL IMAGE_OUT VERSIONS_CPP_OUT

#include "api/lexicon_image.h"
#include "base/hash.h"
#include "base/image.h"
#include "base/mapped_file.h"

#include <cstdio>
#include <fstream>

int main(int argc, char** argv) {
  using namespace attache;
  if (argc != 5) {
    std::fputs("usage: compile_lexicon LEXICON_FOLDER MODEL IMAGE_OUT VERSIONS_CPP_OUT\n", stderr);
    return 2;
  }
  const auto image = compile_lexicon(argv[1]);
  const auto model = MappedFile::open(argv[2]);
  if (!image || !model) {
    std::fprintf(stderr, "%s\n", to_string(image ? model.error() : image.error()).c_str());
    return 1;
  }
  std::ofstream(argv[3], std::ios::binary) << *image;
  std::ofstream versions(argv[4]);
  versions << "#include \"api/embedded.h\"\n\nnamespace attache::embedded {\n\n"
           << "const char* const lexicon_version = \"" << to_hex(stable_hash(*image)) << "\";\n"
           << "const char* const model_version = \"" << to_hex(stable_hash(as_text(model->bytes()))) << "\";\n\n"
           << "}  // namespace attache::embedded\n";
  versions.close();
  if (!versions) {
    std::fprintf(stderr, "%s: cannot write\n", argv[4]);
    return 1;
  }
  return 0;
}
