"""Words of Korean that ask or chat but do not name anything, in the forms that endings make.

Korean writes particles and endings onto its words, so that a list of them as they are typed
has no end. Here nouns and stems stand apart from what is written onto them; each is put
together once, when the program starts.
"""

from __future__ import annotations

# As they are typed, with no ending or with one of their own.
_WORDS = """
언제 누가 누구 누구를 누구와 누구랑 누구한테 누구에게 무엇 무엇을 뭐 뭘 뭐가 무슨 어떤 어디 어디서
어디에서 어느 어떻게 왜 몇 몇번 얼마나 얼마 그 그리고 그때 이 저 것 거 좀 혹시 알려줘 알려주세요
알려 줘 주세요 알고 싶어 싶어요 싶습니다 싶은데 궁금해 궁금해요 궁금합니다 궁금한데 말해줘 보여줘
찾아줘 인가요 인가 이었나요 였나요 일어났나요 일어났어 일어난 일어났던 일이 대해 대해서 대한 관해
관한 관련 관련된 관련해서 날 해 년 년에 월 월에 일에 적 적이 적은 수 처음 처음으로 가장 첫 마지막
마지막으로 몇년 몇년도 며칠 무슨일 무슨일이 안녕 안녕하세요 감사합니다 고마워 요 알아 알아요
아시나요 아시는 아는 기억 기억나 기억나는 기억나요 기억이 그거 정확히 정확한 다시 또 및 등 하고 에
대 사이 사이에 였지 이었지 였어 였더라 언제였지 언제지 언제야 언제더라 뭐였지 누구였지 합니까 게
건 걸 거야 거지 간 온 본 낸 준 언제예요 언제였죠 언제였나 언제인가 언제인지 몇년도에 누구였나
누구야 누구지 뭐야 뭐지 뭐임 뭔가요 뭐죠 뭐예요 뭐에요 뭔지 뭔데 무엇인가 무엇인가요 어디야 어디지
어디였지 얼마였지 그런데 근데 그래서 그러면 그럼 그러니까 우리 제가 내가 저는 나는 난 전 몇일
몇일에 며칠에 뭐라고 뭐라 알려줄래 알려주실래요 알려줘요 알려주라 알려주면 알려주십시오 알려주시면
알려주시겠어요 알려주실 가르쳐 가르쳐줘 가르쳐주세요 설명해줘 설명해주세요 설명 부탁 부탁해
부탁해요 부탁드려요 부탁드립니다 찾아주세요 찾아봐 찾아봐줘 말해주세요 말씀해주세요 얘기해줘
소개해줘 정리해줘 요약해줘 추천해줘 추천해주세요 보여주세요 모르겠어 모르겠네 몰라 헷갈려
헷갈리는데 생각나 기억하세요 기억하 최근 최근에 지금 혹시나 말이야 건가 건가요 동안 그날 그런 이런
저런 이번 이번에 지난번 지난번에 나온 나왔던 나서 결국 진짜 진짜로 정말 정말로 실제로 대체 도대체
그냥 일단 아마 아마도 과연 설마 드디어 바로 곧바로 이미 벌써 다 다들 같이 함께 되게 엄청 매우 너무
아주 제일 하루 따라 따르면 의하면 통해 위해 위해서 맞나요 맞아 맞아요 맞죠 맞지 맞습니까 맞는지
맞음 아닌가요 아니야 아냐 아니었나 사실이야 사실인가요 사실인지 진짜야 정말인가요 봇 봇아 봇님 님
형 저기 저기요 여러분 여기 거기 음 아 어 네 예 응 몰라요 모릅니다 저도 나도 못 안 싶다고 싶었던
싶다는 싶대 때문 때문에 때문이 때문인 더 덜 말고 앞에 옆에 측 측에 측이 쪽 쪽이 쪽은 쪽에 데
데가 데는 전부 모두 좀요
자리에서 자리에 아직 일로
맞나 가서 와서 가라고 오라고 가라 오라 해달라고 해달라 달라고 달라 말라고 말라는 않고 않은 않는
않았 않았나 않았다 않는다고 이상 이상으로 이하 미만 넘게 쪽으로 채 채로 틈에 실화 만에 만의
안한다고 안했 못한 못했 못하 중반 초반 후반 초 말에 옛날 답한 대략 정도 쯤 경 그게 이게 이거
저거 그건 이건 그걸 둘 서로 각각
"""

# Nouns that only say what the answer is to be: a day, a place, a reason, a matter.
_NOUNS = """
날 날짜 때 시기 시점 연도 년도 곳 장소 뒤 후 직후 다음 이후 이전 직전 중 도중 가운데 당시 무렵
사람 인물 분 이유 까닭 내용 사건 일 것 거 건 상황 얘기 이야기 소식 경우 해 시간 순간 계기 무엇
누구 어디 전
""".split()
_ON_NOUNS = """
은 는 이 가 을 를 에 에는 엔 에도 의 도 로 으로 에서 에서는 부터 까지 이고 인가 인가요 인지 인데
이지 이죠 이야 이에요 예요 임 였지 였죠 였나 였나요 였어 였어요 이었지 이었죠 이었나 이었나요
이었어 이었어요 이었을까 였을까 이었는지 였는지 이었더라 였더라 입니까 중 쯤 쯤에 께
""".split()
# Put together these are other words: a proposal, a sea route, a battle, a dismissal and more.
_OTHER_WORDS = frozenset(
    """
해로 일로 일도 해도 중도 건의 후의 전의 전도 전이 전은 전을 전가 전로 전임 후임 일임 해임 분의
분임 일이야 시간이 시간을 곳임 때로 거의 거기 건은 건이 건을 해고 하자 하대 하네
""".split()
)

# Stems of the verbs that only say that something was or was done, as they stand before an
# ending; those of the first list end in the past.
_PAST = """
했 했었 하였 됐 됐었 되었 있었 갔 왔 갔었 왔었 였 이었 났 나왔 나갔 줬 봤 일어났 벌어졌
""".split()
_PRESENT = "하 되 있 일어나 벌어지 나오".split()
_ON_PAST = """
나 나요 어 어요 다가 으며 고 습니까 습니다 지 지요 죠 던 던가 던가요 던데 더라 다 다고 다는
다던데 다는데 다며
다면서 다던 을까 을까요 는지 는데 냐 니 네 네요 대 대요 음 던거 던건 던게 단 다니 었지 었나 었나요
었어 었어요 었죠 을 을때 을지
""".split()
_ON_PRESENT = """
나 나요 고 는 는지 는데 는가 는가요 던 던가 지 지요 죠 니 냐 네 다 다가 며 면 면서 려고 려는 게 기
기로 자고 자는 자며 라고 라며 라는 겠다고 겠다는 겠다 도록 는거 는건 는게 러 여 거나 더니 려면
""".split()
_ALREADY = """
한 할 함 한다 한다고 한다는 한다며 한대 한거 한건 한게 한걸 한지 할까 할까요 할지 합니다 된 될 됨
된다 된다고 된다는 된대 된거 된건 된게 된지 될까 될까요 될지 됩니까 됩니다 해서 하여 해 해요 되어
돼 돼요 돼서 되어서 있어 있어요 있습니까 있음 있을까 있을까요 있을지 왔다 갔다 일어날 벌어진 나올
난
"""


def _put_together() -> frozenset[str]:
    found = {*_WORDS.split(), *_ALREADY.split()}
    endings = ("", *_ON_NOUNS)
    found.update(noun + ending for noun in _NOUNS for ending in endings)
    found.update(stem + ending for stem in _PAST for ending in _ON_PAST)
    found.update(stem + ending for stem in _PRESENT for ending in _ON_PRESENT)
    return frozenset(found - _OTHER_WORDS)


KOREAN_FUNCTION_WORDS = _put_together()
