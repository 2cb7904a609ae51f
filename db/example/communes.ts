import type { DistrictCode } from './districts.ts'

/**
 * The 226 communes of Nam Định from 1 March 2020: code and name by district. Codes and names are those of the General
 * Statistics Office as kept in the history of github.com/daohoangson/dvhcvn (only the facts are taken).
 */
export const communesOfDistricts: Readonly<Record<DistrictCode, string>> = {
  '356': `
    13633 Phường Hạ Long; 13636 Phường Trần Tế Xương; 13639 Phường Vị Hoàng; 13642 Phường Vị Xuyên;
    13645 Phường Quang Trung; 13648 Phường Cửa Bắc; 13651 Phường Nguyễn Du; 13654 Phường Bà Triệu;
    13657 Phường Trường Thi; 13660 Phường Phan Đình Phùng; 13663 Phường Ngô Quyền; 13666 Phường Trần Hưng Đạo;
    13669 Phường Trần Đăng Ninh; 13672 Phường Năng Tĩnh; 13675 Phường Văn Miếu; 13678 Phường Trần Quang Khải;
    13681 Phường Thống Nhất; 13684 Phường Lộc Hạ; 13687 Phường Lộc Vượng; 13690 Phường Cửa Nam; 13693 Phường Lộc Hòa;
    13696 Xã Nam Phong; 13699 Phường Mỹ Xá; 13702 Xã Lộc An; 13705 Xã Nam Vân;
  `,
  '358': `
    13708 Thị trấn Mỹ Lộc; 13711 Xã Mỹ Hà; 13714 Xã Mỹ Tiến; 13717 Xã Mỹ Thắng; 13720 Xã Mỹ Trung; 13723 Xã Mỹ Tân;
    13726 Xã Mỹ Phúc; 13729 Xã Mỹ Hưng; 13732 Xã Mỹ Thuận; 13735 Xã Mỹ Thịnh; 13738 Xã Mỹ Thành;
  `,
  '359': `
    13741 Thị trấn Gôi; 13744 Xã Minh Thuận; 13747 Xã Hiển Khánh; 13750 Xã Tân Khánh; 13753 Xã Hợp Hưng;
    13756 Xã Đại An; 13759 Xã Tân Thành; 13762 Xã Cộng Hòa; 13765 Xã Trung Thành; 13768 Xã Quang Trung;
    13771 Xã Minh Tân; 13774 Xã Liên Bảo; 13777 Xã Thành Lợi; 13780 Xã Kim Thái; 13783 Xã Liên Minh;
    13786 Xã Đại Thắng; 13789 Xã Tam Thanh; 13792 Xã Vĩnh Hào;
  `,
  '360': `
    13795 Thị trấn Lâm; 13798 Xã Yên Trung; 13801 Xã Yên Thành; 13804 Xã Yên Tân; 13807 Xã Yên Lợi; 13810 Xã Yên Thọ;
    13813 Xã Yên Nghĩa; 13816 Xã Yên Minh; 13819 Xã Yên Phương; 13822 Xã Yên Chính; 13825 Xã Yên Bình;
    13828 Xã Yên Phú; 13831 Xã Yên Mỹ; 13834 Xã Yên Dương; 13840 Xã Yên Hưng; 13843 Xã Yên Khánh; 13846 Xã Yên Phong;
    13849 Xã Yên Ninh; 13852 Xã Yên Lương; 13855 Xã Yên Hồng; 13858 Xã Yên Quang; 13861 Xã Yên Tiến;
    13864 Xã Yên Thắng; 13867 Xã Yên Phúc; 13870 Xã Yên Cường; 13873 Xã Yên Lộc; 13876 Xã Yên Bằng; 13879 Xã Yên Đồng;
    13882 Xã Yên Khang; 13885 Xã Yên Nhân; 13888 Xã Yên Trị;
  `,
  '361': `
    13891 Thị trấn Liễu Đề; 13894 Thị trấn Rạng Đông; 13897 Xã Nghĩa Đồng; 13900 Xã Nghĩa Thịnh; 13903 Xã Nghĩa Minh;
    13906 Xã Nghĩa Thái; 13909 Xã Hoàng Nam; 13912 Xã Nghĩa Châu; 13915 Xã Nghĩa Trung; 13918 Xã Nghĩa Sơn;
    13921 Xã Nghĩa Lạc; 13924 Xã Nghĩa Hồng; 13927 Xã Nghĩa Phong; 13930 Xã Nghĩa Phú; 13933 Xã Nghĩa Bình;
    13936 Thị trấn Quỹ Nhất; 13939 Xã Nghĩa Tân; 13942 Xã Nghĩa Hùng; 13945 Xã Nghĩa Lâm; 13948 Xã Nghĩa Thành;
    13951 Xã Phúc Thắng; 13954 Xã Nghĩa Lợi; 13957 Xã Nghĩa Hải; 13963 Xã Nam Điền;
  `,
  '362': `
    13966 Thị trấn Nam Giang; 13969 Xã Nam Mỹ; 13972 Xã Điền Xá; 13975 Xã Nghĩa An; 13978 Xã Nam Thắng;
    13981 Xã Nam Toàn; 13984 Xã Hồng Quang; 13987 Xã Tân Thịnh; 13990 Xã Nam Cường; 13993 Xã Nam Hồng;
    13996 Xã Nam Hùng; 13999 Xã Nam Hoa; 14002 Xã Nam Dương; 14005 Xã Nam Thanh; 14008 Xã Nam Lợi; 14011 Xã Bình Minh;
    14014 Xã Đồng Sơn; 14017 Xã Nam Tiến; 14020 Xã Nam Hải; 14023 Xã Nam Thái;
  `,
  '363': `
    14026 Thị trấn Cổ Lễ; 14029 Xã Phương Định; 14032 Xã Trực Chính; 14035 Xã Trung Đông; 14038 Xã Liêm Hải;
    14041 Xã Trực Tuấn; 14044 Xã Việt Hùng; 14047 Xã Trực Đạo; 14050 Xã Trực Hưng; 14053 Xã Trực Nội;
    14056 Thị trấn Cát Thành; 14059 Xã Trực Thanh; 14062 Xã Trực Khang; 14065 Xã Trực Thuận; 14068 Xã Trực Mỹ;
    14071 Xã Trực Đại; 14074 Xã Trực Cường; 14077 Thị trấn Ninh Cường; 14080 Xã Trực Thái; 14083 Xã Trực Hùng;
    14086 Xã Trực Thắng;
  `,
  '364': `
    14089 Thị trấn Xuân Trường; 14092 Xã Xuân Châu; 14095 Xã Xuân Hồng; 14098 Xã Xuân Thành; 14101 Xã Xuân Thượng;
    14104 Xã Xuân Phong; 14107 Xã Xuân Đài; 14110 Xã Xuân Tân; 14113 Xã Xuân Thủy; 14116 Xã Xuân Ngọc;
    14119 Xã Xuân Bắc; 14122 Xã Xuân Phương; 14125 Xã Thọ Nghiệp; 14128 Xã Xuân Phú; 14131 Xã Xuân Trung;
    14134 Xã Xuân Vinh; 14137 Xã Xuân Kiên; 14140 Xã Xuân Tiến; 14143 Xã Xuân Ninh; 14146 Xã Xuân Hòa;
  `,
  '365': `
    14149 Thị trấn Ngô Đồng; 14152 Thị trấn Quất Lâm; 14155 Xã Giao Hương; 14158 Xã Hồng Thuận; 14161 Xã Giao Thiện;
    14164 Xã Giao Thanh; 14167 Xã Hoành Sơn; 14170 Xã Bình Hòa; 14173 Xã Giao Tiến; 14176 Xã Giao Hà;
    14179 Xã Giao Nhân; 14182 Xã Giao An; 14185 Xã Giao Lạc; 14188 Xã Giao Châu; 14191 Xã Giao Tân; 14194 Xã Giao Yến;
    14197 Xã Giao Xuân; 14200 Xã Giao Thịnh; 14203 Xã Giao Hải; 14206 Xã Bạch Long; 14209 Xã Giao Long;
    14212 Xã Giao Phong;
  `,
  '366': `
    14215 Thị trấn Yên Định; 14218 Thị trấn Cồn; 14221 Thị trấn Thịnh Long; 14224 Xã Hải Nam; 14227 Xã Hải Trung;
    14230 Xã Hải Vân; 14233 Xã Hải Minh; 14236 Xã Hải Anh; 14239 Xã Hải Hưng; 14242 Xã Hải Bắc; 14245 Xã Hải Phúc;
    14248 Xã Hải Thanh; 14251 Xã Hải Hà; 14254 Xã Hải Long; 14257 Xã Hải Phương; 14260 Xã Hải Đường; 14263 Xã Hải Lộc;
    14266 Xã Hải Quang; 14269 Xã Hải Đông; 14272 Xã Hải Sơn; 14275 Xã Hải Tân; 14281 Xã Hải Phong; 14284 Xã Hải An;
    14287 Xã Hải Tây; 14290 Xã Hải Lý; 14293 Xã Hải Phú; 14296 Xã Hải Giang; 14299 Xã Hải Cường; 14302 Xã Hải Ninh;
    14305 Xã Hải Chính; 14308 Xã Hải Xuân; 14311 Xã Hải Châu; 14314 Xã Hải Triều; 14317 Xã Hải Hòa;
  `,
}
