// The lesson beside the words: the page that learners have, written into a frame.
//
// The Content-Security-Policy lets no page be framed by address here (it has no frame-src), and a frame that this page
// fills itself inherits the policy, so that what a draft says is as harmless in it as anywhere.

export const show = async (frame, { page, main, author }) => {
  const answer = await fetch(page, { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${page} did not arrive`);
  const html = await answer.text();
  if (!html.includes(main)) throw new Error("the page and the author's page are not of the same build");
  const inside = frame.contentDocument;
  inside.open(); // gives it this page's address, so that everything relative is found
  inside.write(html.replaceAll(main, author));
  inside.close();
};
