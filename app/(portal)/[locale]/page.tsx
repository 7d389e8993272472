export default function Home() {
  return <main>公开</main>;
}
