/** A news story to try things on. All of it is made up: places, people, ships. */
export type PracticeArticle = {
  readonly lang: string;
  readonly headline: string;
  readonly byline: string;
  readonly paragraphs: readonly string[];
};

const english: PracticeArticle = {
  lang: 'en',
  headline: 'Night ferry to return to Saltmarsh Sound after eleven years',
  byline: 'By Ines Halloran, The Sound Courier',
  paragraphs: [
    'The night ferry between Port Ansel and the island of Brae will sail again from March, eleven years after the last crossing was cancelled to save money. The county council voted 19 to 8 on Thursday evening to lease a second-hand ship and to pay for three sailings a week.',
    'The crossing takes five hours and forty minutes. The ship leaves Port Ansel at ten in the evening and reaches Brae before the bakeries open, which is why it was once known as the bread boat. Since it stopped, islanders with an early appointment on the mainland have had to travel the day before and pay for a room.',
    '“My mother missed two hospital appointments last winter because the morning boat did not sail,” said Tomas Rudd, who runs the post office in the village of Kell and collected 1,140 signatures for the ferry’s return. “Nobody was asking for a cruise. We were asking for a bed and a timetable.”',
    'The ship, the Marguerite, was built in Norway in 1998 and carried passengers on a lake in Finland until last year. It has 62 cabins and room for 40 cars. The county will pay £2.1 million a year for it, about a third of which is expected to come back through ticket sales.',
    'That figure is what divides the council. Opponents say the money was meant for the road between Port Ansel and Harrow Cross, which floods every spring and carries four thousand cars a day.',
    '“I like the romance of it as much as anyone,” said Councillor Wilhelmina Strand, who voted against the lease. “But a ferry for four hundred people will be paid for by the forty thousand who sit in the water at Harrow Cross.”',
    'The Brae Harbour Trust, which owns the pier on the island, has promised to repair it before the first sailing. Its engineer, Dr Amina Okafor, said the work would take eleven weeks if the weather allowed it. In September divers found that two of the piles had been worn to half their thickness.',
    'The shipping company, Northern Light Lines, may end the lease after two years if fewer than 30,000 passengers use the ferry. Mr Rudd does not think it will come to that. He has booked the first cabin, he said, and intends to sleep through the whole crossing.',
  ],
};

const vietnamese: PracticeArticle = {
  lang: 'vi',
  headline: 'Tàu đêm ra đảo Hòn Én chạy lại sau mười một năm',
  byline: 'Phạm Thu Hà, báo Duyên Hải Mới',
  paragraphs: [
    'Từ tháng ba năm sau, chuyến tàu đêm giữa cảng Bình Sa và đảo Hòn Én sẽ chạy lại, mười một năm sau ngày chuyến cuối cùng bị cắt để tiết kiệm. Tối thứ năm, hội đồng tỉnh biểu quyết với 19 phiếu thuận và 8 phiếu chống cho việc thuê một con tàu cũ và chi tiền cho ba chuyến mỗi tuần.',
    'Tàu đi mất năm giờ bốn mươi phút. Tàu rời Bình Sa lúc mười giờ đêm và đến Hòn Én trước khi các lò bánh mở cửa, nên xưa kia người ta gọi nó là tàu bánh mì. Từ ngày tàu ngừng chạy, dân đảo có việc sớm trong đất liền phải đi từ hôm trước và tốn tiền trọ.',
    '“Mùa đông năm ngoái, mẹ tôi lỡ hai lần khám bệnh vì tàu sáng không chạy”, ông Trần Văn Lộc nói. Ông phụ trách bưu điện thôn Đông và đã xin được 1.140 chữ ký để tàu trở lại. “Chẳng ai đòi du thuyền cả. Chúng tôi chỉ cần một chỗ nằm và một lịch chạy tàu.”',
    'Con tàu mang tên Sao Biển, đóng ở Na Uy năm 1998 và đến năm ngoái vẫn chở khách trên một hồ lớn ở Phần Lan. Tàu có 62 buồng và chỗ cho 40 ô tô. Mỗi năm tỉnh sẽ chi 65 tỉ đồng; tiền bán vé dự kiến bù lại khoảng một phần ba.',
    'Chính con số ấy chia rẽ hội đồng. Những người phản đối cho rằng khoản tiền này vốn dành cho con đường từ Bình Sa đến ngã ba Gò Cao, nơi mùa mưa nào cũng ngập và mỗi ngày có bốn nghìn lượt xe.',
    '“Tôi cũng thấy chuyến tàu đêm rất thơ mộng”, bà Nguyễn Thị Hải Yến, đại biểu bỏ phiếu chống, nói. “Nhưng một chuyến tàu cho bốn trăm người sẽ do bốn vạn người đang lội nước ở Gò Cao trả tiền.”',
    'Ban quản lý bến Hòn Én, đơn vị sở hữu cầu tàu trên đảo, hứa sửa xong trước chuyến đầu tiên. Kỹ sư của ban, tiến sĩ Lê Minh Châu, cho biết công việc mất mười một tuần nếu thời tiết thuận lợi. Hồi tháng chín, thợ lặn phát hiện hai cọc cầu đã mòn mất một nửa.',
    'Công ty vận tải Ánh Bắc có thể chấm dứt hợp đồng sau hai năm nếu tàu chở chưa đến 30.000 khách. Ông Lộc không nghĩ chuyện sẽ đến mức đó. Ông cho biết đã đặt buồng đầu tiên và định ngủ suốt chuyến đi.',
  ],
};

/** The story in the reader's language, in English where there is none. */
export function practiceArticleIn(locale: string): PracticeArticle {
  return locale === 'vi' ? vietnamese : english;
}
