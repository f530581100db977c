import { cues, type Lexicon, words } from './types.ts';

/** Vietnamese: a word is one or more syllables, so that nearly all cues are phrases. */
export const vietnamese: Lexicon = {
  langs: ['vi'],
  reliability: 0.95,
  cues: cues(
    'nói hỏi đáp kể viết khuyên',
    'cho biết|cho rằng|cho hay|cho hay rằng|nhấn mạnh|khẳng định|chia sẻ|phát biểu|tuyên bố|đánh giá|nhận định|nhận xét|' +
      'lưu ý|đề nghị|yêu cầu|kêu gọi|thông báo|bày tỏ|bày tỏ tin tưởng|bày tỏ mong muốn|bày tỏ hy vọng|' +
      'bày tỏ lo ngại|trả lời|giải thích|thừa nhận|phản bác|bác bỏ|cảnh báo|cam kết|hứa|kiến nghị|đề xuất|trình bày|' +
      'phân tích|nêu rõ|nêu|chỉ rõ|chỉ ra|chỉ đạo|quán triệt|tin tưởng|tin rằng|nghĩ rằng|mong muốn|mong rằng|hy vọng|' +
      'kỳ vọng|tâm sự|bộc bạch|thổ lộ|tiết lộ|kể lại|nhớ lại|nói rằng|nói thêm|cho biết thêm|bổ sung|ghi nhận|ca ngợi|' +
      'khen ngợi|phê bình|chỉ trích|lên án|tố cáo|xác nhận|dự báo|dự đoán|ước tính|báo cáo|viết trên|lên tiếng|thốt lên|' +
      'kết luận|dặn dò|nhắc nhở|đặt câu hỏi|đặt vấn đề|băn khoăn|trăn trở|quả quyết|than thở|hét lên|reo lên|trích lời|' +
      'dẫn lời|nhắn nhủ|động viên|gợi ý|khuyến cáo|cáo buộc|đe dọa|thúc giục|hối thúc|bình luận|phản ánh|phản hồi|' +
      'giới thiệu|chúc mừng|cảm ơn|xin lỗi|khai|khai nhận|trần tình|giãi bày|phân trần|than phiền|lý giải|thuật lại|tường thuật|bức xúc|giãi bày|nói đùa|hồi tưởng|lập luận|phản đối|quan niệm',
  ),
  weakCues: cues('gọi coi ví mô', 'gọi là|coi là|ví như|mô tả|miêu tả|nhắc đến|nhắc tới|xem là'),
  nounLike: words(''),
  participle: null,
  sourceBefore: cues('theo', 'theo lời|theo như|theo thông tin từ|dẫn lời|trích lời|trích dẫn lời'),
  sourceAfter: cues(''),
  parenthetical: words(''),
  that: words('rằng là'),
  commaOpens: true,
  isSyllabic: true,
  bareCues: cues(
    '',
    'đề nghị|yêu cầu|nhấn mạnh|khẳng định|cho rằng|cho biết|cho hay|tuyên bố|kêu gọi|nhận định|lưu ý|đề xuất|kiến nghị',
  ),
  pronouns: words('ông bà anh chị cô chú bác em họ tôi nó cháu cụ thầy mình y'),
  behindPronouns: words('ấy ta này đó nữa'),
  fillers: words(
    'cũng đã đang sẽ còn vẫn lại từng vừa mới tiếp tục đồng thời thẳng thắn rất không chưa luôn liên tiếp một lần ' +
      'nữa nhiều có trước đó sau hôm nay thì xúc động vui cười',
  ),
  fillerEnding: null,
  determiners: words('một các những vị này mỗi nhiều'),
  openers: words(
    'tại trong ngoài trên dưới trước sau khi nếu vì do để với về cùng từ đến theo bằng giữa qua nhằm tuy dù mặc ' +
      'bởi sáng chiều tối ngày đêm trưa nói phát trả thay đánh nhận chia liên',
  ),
  asWords: words('là'),
  linkers: words('của và tỉnh thành phố huyện bộ sở ủy ban về'),
  conjunctions: words('và nhưng hoặc hay'),
  relatives: words('người mà'),
  leadIns: words(
    'đồng thời ngoài ra tuy nhiên cụ thể bên cạnh đó mặt khác trong khi vậy còn và nhưng rồi cuối cùng',
  ),
  naming: cues(
    'phim sách bài hát vở',
    'bộ phim|cuốn sách|bài hát|ca khúc|tác phẩm|chương trình|chủ đề|mang tên|với tên|cụm từ|tiểu thuyết|vở kịch|dự án|danh hiệu|biệt danh|cái gọi là|được gọi là|đề tài|phong trào|tờ báo|khẩu hiệu',
  ),
  subordinators: words('khi'),
  times: words('đó nay qua trước sau này vậy tới'),
  infinitive: '',
  passive: { auxiliaries: words('bị được'), by: words('bởi') },
  singular: words('ông bà anh chị cô chú bác em cụ nó'),
  gender: {
    masculine: words('ông anh chú'),
    feminine: words('bà chị cô'),
  },
  roles: words(
    'ông bà anh chị cô bộ thủ chủ phó giám trưởng bí đại tổng tướng đại thượng trung thiếu luật bác giáo tiến thạc ' +
      'nghị cục vụ viện hiệu nhà phát ban công chuyên nguyên cựu đồng thiếu thứ tân',
  ),
};
