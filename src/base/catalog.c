#include "base/catalog.h"

const unsigned char catalog_zh[] = {0};
const size_t catalog_zh_size = 0;
